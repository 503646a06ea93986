import { describe, expect, it } from 'vitest'
import { toCurl } from './curl'
import { FIRST_TEMPLATE } from './first-template'
import { type Imported, importList, showPath } from './import-list'
import { draftToMessage, type ListDraft, newDraft } from './list-draft'
import { toInteractive, toPayload } from './list-message-payload'
import { findProblems } from './list-problems'

const MESSAGE = FIRST_TEMPLATE.message

function imported(text: string | object) {
  const done = importList(typeof text === 'string' ? text : JSON.stringify(text, null, 2))
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done
}
const refused = (text: string) => {
  const done = importList(text)
  return done.ok ? done.draft : done.error
}
const notes = ({ notCarried }: Imported & { ok: true }) =>
  notCarried.map(({ code, place, line }) => [code, place, line])
const rowsOf = (draft: ListDraft) =>
  draft.sections.map(({ title, rows }) => [title, ...rows.map((row) => [row.title, row.description, row.id])])

describe('importing a list', () => {
  it('takes the body that VecTalk takes, and tells the recipient', () => {
    const done = imported(toPayload(MESSAGE, '+5511987654321'))
    expect(draftToMessage(done.draft)).toEqual(MESSAGE)
    expect(done).toMatchObject({ format: 'message', fromCurl: false, idsMade: 0 })
    expect(notes(done)).toEqual([['recipient', 'to', 3]])
    expect(done.notCarried[0]?.detail).toBe('5511987654321')
  })

  it('takes a bare interactive object', () => {
    const done = imported(toInteractive(MESSAGE))
    expect(draftToMessage(done.draft)).toEqual(MESSAGE)
    expect(done).toMatchObject({ format: 'interactive', notCarried: [] })
  })

  it('takes our own message, and the action alone', () => {
    expect(draftToMessage(imported(MESSAGE).draft)).toEqual(MESSAGE)
    const { sections, button } = imported(toInteractive(MESSAGE).action).draft
    expect(button).toBe(MESSAGE.button)
    expect(draftToMessage(newDraft({ sections })).sections).toEqual(MESSAGE.sections)
  })

  it('takes the cURL of the send dialog', () => {
    const done = imported(toCurl('https://apis.vectalk.com.br', toPayload(MESSAGE, '+5511987654321')))
    expect(draftToMessage(done.draft)).toEqual(MESSAGE)
    expect(done).toMatchObject({ format: 'message', fromCurl: true })
    expect(notes(done)).toEqual([
      ['token', '', 4],
      ['recipient', 'to', 6],
    ])
  })

  it('takes JSON between the fences of a chat or a page', () => {
    const done = imported(`\`\`\`json\n${JSON.stringify(toPayload(MESSAGE, '+5511987654321'), null, 2)}\n\`\`\`\n`)
    expect(draftToMessage(done.draft)).toEqual(MESSAGE)
    expect(notes(done)).toEqual([['recipient', 'to', 4]])
  })

  it("takes Twilio's content, with its list picker", () => {
    const done = imported({
      friendly_name: 'menu_loja',
      language: 'pt_BR',
      variables: { '1': 'Ana' },
      types: {
        'twilio/list-picker': {
          body: 'Oi, {{1}}! Como podemos ajudar?',
          button: 'Ver opções',
          items: [
            { item: 'Segunda via', id: 'boleto', description: 'Boleto do mês' },
            { item: 'Falar com alguém', id: 'humano' },
          ],
        },
        'twilio/text': { body: 'Responda 1 ou 2' },
      },
    })
    expect(done.format).toBe('twilio')
    expect(done.draft).toMatchObject({ header: '', body: 'Oi, {{1}}! Como podemos ajudar?', button: 'Ver opções' })
    expect(rowsOf(done.draft)).toEqual([
      ['', ['Segunda via', 'Boleto do mês', 'boleto'], ['Falar com alguém', '', 'humano']],
    ])
    expect(notes(done)).toEqual([
      ['unknown', 'friendly_name', 2],
      ['unknown', 'language', 3],
      ['variables', 'variables', 4],
      ['otherType', 'types["twilio/text"]', 23],
    ])
  })

  it('takes the list picker alone', () => {
    const done = imported({ body: 'Oi', button: 'Ver', items: [{ item: 'A', id: 'a' }] })
    expect([done.format, rowsOf(done.draft)]).toEqual(['twilio', [['', ['A', '', 'a']]]])
  })

  const evolution = {
    title: 'Loja da Ana',
    description: 'Escolha o que procura',
    buttonText: 'Ver',
    footerText: 'Das 9h às 18h',
    sections: [{ title: 'Áudio', rows: [{ title: 'Fone', description: 'R$ 299', rowId: 'fone' }] }],
  }
  const carried = {
    header: 'Loja da Ana',
    body: 'Escolha o que procura',
    footer: 'Das 9h às 18h',
    button: 'Ver',
  }

  it("takes Evolution's sendList, flat as in version 2", () => {
    const done = imported({ number: '5511987654321', delay: 1200, mentioned: [], ...evolution })
    expect(done.format).toBe('evolution')
    expect(done.draft).toMatchObject(carried)
    expect(rowsOf(done.draft)).toEqual([['Áudio', ['Fone', 'R$ 299', 'fone']]])
    expect(notes(done)).toEqual([
      ['recipient', 'number', 2],
      ['sendOptions', 'delay', 3],
    ])
  })

  it("takes Evolution's sendList with values, and within listMessage as in version 1", () => {
    const { sections, ...rest } = evolution
    const done = imported({
      number: '5511987654321',
      options: { delay: 1200, presence: 'composing' },
      listMessage: { ...rest, values: sections },
    })
    expect([done.format, done.draft.body]).toEqual(['evolution', 'Escolha o que procura'])
    expect(rowsOf(done.draft)).toEqual([['Áudio', ['Fone', 'R$ 299', 'fone']]])
    expect(notes(done).map(([code]) => code)).toEqual(['recipient', 'sendOptions'])
  })

  const glific = {
    type: 'list',
    title: 'Matrículas',
    body: 'Do que você precisa?',
    globalButtons: [
      { type: 'text', title: 'Ver' },
      { type: 'text', title: 'Sair' },
    ],
    items: [
      {
        title: 'Alunos',
        subtitle: 'Quem já estuda',
        options: [
          { type: 'text', title: 'Boletim', description: 'Notas do ano', postbackText: 'boletim' },
          { type: 'text', title: 'Histórico escolar' },
        ],
      },
      { title: 'Pais', subtitle: 'Pais', options: [{ type: 'text', title: 'Histórico escolar' }] },
    ],
  }

  it("takes Glific's list, and makes the IDs that it does without", () => {
    const done = imported(glific)
    expect(done).toMatchObject({ format: 'glific', idsMade: 2 })
    expect(done.draft).toMatchObject({ header: 'Matrículas', body: 'Do que você precisa?', button: 'Ver' })
    expect(rowsOf(done.draft)).toEqual([
      ['Alunos', ['Boletim', 'Notas do ano', 'boletim'], ['Histórico escolar', '', 'historico_escolar']],
      ['Pais', ['Histórico escolar', '', 'historico_escolar_2']],
    ])
    expect(notes(done)).toEqual([
      ['extraButton', 'globalButtons[1]', 10],
      ['subtitle', 'items[0].subtitle', 18],
    ])
  })

  it("takes Glific's list out of the text in which its API carries it", () => {
    const done = imported({
      query: 'mutation m($input: InteractiveTemplateInput!) { createInteractiveTemplate(input: $input) { id } }',
      variables: { input: { type: 'LIST', label: 'Matrículas', interactiveContent: JSON.stringify(glific) } },
    })
    expect([done.format, done.draft.header]).toEqual(['glific', 'Matrículas'])
    expect(notes(done)).toContainEqual(['subtitle', 'variables.input.interactiveContent.items[0].subtitle', 7])
  })

  it('takes it out of a form', () => {
    const form = new URLSearchParams({
      channel: 'whatsapp',
      destination: '5511987654321',
      message: JSON.stringify(glific),
    })
    const done = imported(`curl -X POST https://x \\\n -H 'apikey: abc' \\\n -d '${form}'`)
    expect([done.format, done.draft.header]).toEqual(['glific', 'Matrículas'])
    expect(notes(done).map(([code, , line]) => [code, line])).toEqual([
      ['recipient', 3],
      ['extraButton', 3],
      ['subtitle', 3],
      ['token', 3],
    ])
  })

  it('carries over what it can of a body that WhatsApp would refuse', () => {
    const done = imported({
      messaging_product: 'whatsapp',
      recipient_type: 'group',
      context: { message_id: 'wamid.X' },
      interactive: {
        type: 'LIST',
        header: { type: 'image', image: { link: 'https://exemplo.com.br/a.png' } },
        body: 'Só o texto',
        action: {
          button: 'B'.repeat(40),
          sections: [
            { rows: [{ id: 1, title: 'Um', emoji: '1' }, { id: 2, title: { pt: 'Dois' }, emoji: '2' }, 'três'] },
            { title: 'Vazia', rows: { a: 1 } },
          ],
        },
      },
    })
    expect(done.draft).toMatchObject({ header: '', body: 'Só o texto', button: 'B'.repeat(40) })
    expect(rowsOf(done.draft)).toEqual([['', ['Um', '', '1'], ['', '', '2']], ['Vazia']])
    expect(done.notCarried.map(({ code, place, count }) => [code, place, count])).toEqual([
      ['sendOptions', 'recipient_type', 1],
      ['context', 'context', 1],
      ['mediaHeader', 'interactive.header', 1],
      ['unknown', 'interactive.action.sections[0].rows[0].emoji', 2],
      ['wrongType', 'interactive.action.sections[0].rows[1].title', 1],
      ['wrongType', 'interactive.action.sections[0].rows[2]', 1],
      ['wrongType', 'interactive.action.sections[1].rows', 1],
    ])
    expect(findProblems(done.draft).map(({ code }) => code)).toContain('tooLong')
  })

  it('takes the first of several messages, and tells of the others', () => {
    const done = imported([toPayload(MESSAGE, '+5511987654321'), { ...toPayload(MESSAGE, '+5511987654322') }])
    expect(draftToMessage(done.draft)).toEqual(MESSAGE)
    expect(notes(done).map(([code, place]) => [code, place])).toEqual([
      ['recipient', '[0].to'],
      ['otherMessage', '[1]'],
    ])
  })

  it('tells of a key that is there twice', () => {
    expect(notes(imported('{"action": {"button": "A",\n "button": "B", "sections": []}}'))).toEqual([
      ['repeatedKey', 'action.button', 2],
    ])
  })

  it('begins with a blank section where there is none', () => {
    expect(rowsOf(imported('{"type": "list", "action": {"button": "Ver"}}').draft)).toEqual([['', ['', '', '']]])
  })

  it('says line, place and what was expected of broken JSON', () => {
    expect(refused('{\n  "interactive": {\n    "type": "list"\n    "body": {}\n  }\n}')).toMatchObject({
      code: 'json',
      line: 4,
      column: 5,
      place: 'interactive',
      expected: 'commaOrBrace',
      found: '"body": {}',
    })
  })

  it('says it in lines of what was pasted, within a command or fences too', () => {
    const command = `curl -X POST https://x \\\n  -H 'A: b' \\\n  -d '{\n  "to": 55,\n  "type": interactive\n}'`
    expect(refused(command)).toMatchObject({
      code: 'json',
      line: 5,
      column: 11,
      expected: 'value',
      found: 'interactive',
    })
    expect(refused('```\n[1,\n```')).toMatchObject({ code: 'json', line: 2 })
    expect(refused(`curl x -d '{'`)).toMatchObject({ code: 'json', line: 1, column: 13 })
  })

  it.each([
    ['', { code: 'empty' }],
    [' \n', { code: 'empty' }],
    ['Olá\nTudo bem?', { code: 'notRecognised', line: 1 }],
    ['{"hello": "world"}', { code: 'noList' }],
    ['[]', { code: 'noList' }],
    ['{"interactive": {"type": "button", "action": {"buttons": []}}}', { code: 'otherKind', found: 'button' }],
    ['{"type": "template", "template": {}}', { code: 'otherKind', found: 'template' }],
    ['curl https://x', { code: 'curlNoBody' }],
    ['curl https://x -d @lista.json', { code: 'curlFile', found: 'lista.json' }],
    ['\n curl https://x \\\n -d "{', { code: 'curlQuote', line: 3, column: 5 }],
    ['x'.repeat(1_000_001), { code: 'tooBig' }],
    [JSON.stringify({ type: 'list', body: { text: 'x'.repeat(20_001) }, action: { button: 'x' } }), { code: 'tooBig' }],
  ])('says why it reads nothing: %.60s', (text, error) => {
    expect(refused(text)).toMatchObject(error)
  })

  it('shows a path as a programmer writes it', () => {
    expect(showPath(['interactive', 'sections', 0, 'twilio/text', 'título'])).toBe(
      'interactive.sections[0]["twilio/text"].título',
    )
    expect(showPath([])).toBe('')
  })
})
