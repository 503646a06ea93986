import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from './sandbox'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(async () => {
  expect(sandbox.messages()).toHaveLength(0)
  await sandbox.close()
})

type List = Record<string, unknown> & { interactive: Record<string, unknown> & { action: Record<string, unknown> } }
const row = (id: string, more = {}) => ({ id, title: `Opção ${id}`, ...more })
const list = (): List => ({
  messaging_product: 'whatsapp',
  to: '5511987654321',
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'Escolha' },
    action: { button: 'Ver', sections: [{ title: 'Um', rows: [row('1')] }] },
  },
})
const withAction = (action: Record<string, unknown>): List => {
  const body = list()
  Object.assign(body.interactive.action, action)
  return body
}
const withInteractive = (more: Record<string, unknown>): List => {
  const body = list()
  Object.assign(body.interactive, more)
  return body
}
const withRow = (changed: Record<string, unknown>) =>
  withAction({ sections: [{ title: 'Um', rows: [{ ...row('1'), ...changed }] }] })

async function post(body: unknown) {
  const response = await fetch(`${sandbox.url}/messages`, {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, json: await response.json() }
}

describe('what Meta refuses', () => {
  const long = (length: number) => 'x'.repeat(length)
  const rows = (count: number, from = 0) => Array.from({ length: count }, (_, i) => row(`${from + i}`))
  const interactivePath = "interactive['action']['sections'][0]['rows'][0]"

  it.each<[string, number, unknown, string]>([
    ['a title of 25', 131009, withRow({ title: long(25) }), 'Row title is too long. Max length is 24'],
    [
      'a description of 73',
      131009,
      withRow({ description: long(73) }),
      'Row description is too long. Max length is 72',
    ],
    ['a row id of 201', 131009, withRow({ id: long(201) }), 'Row id is too long. Max length is 200'],
    ['a button of 21', 131009, withAction({ button: long(21) }), 'Button label is too long. Max length is 20'],
    [
      'eleven rows over two sections',
      131009,
      withAction({
        sections: [
          { title: 'Um', rows: rows(6) },
          { title: 'Dois', rows: rows(5, 6) },
        ],
      }),
      'Total row count exceed max allowed count: 10',
    ],
    [
      'a body of 1025',
      131009,
      withInteractive({ body: { text: long(1025) } }),
      'Body text length invalid. Min length: 1, Max length: 1024',
    ],
    [
      'a footer of 61',
      131009,
      withInteractive({ footer: { text: long(61) } }),
      'Footer text length invalid. Min length: 0, Max length: 60',
    ],
    [
      'a header of 61',
      131009,
      withInteractive({ header: { type: 'text', text: long(61) } }),
      'Header text length invalid. Min length: 1, Max length: 60',
    ],
    [
      'a text header without text',
      131009,
      withInteractive({ header: { type: 'text' } }),
      'Text cannot be null for header type text',
    ],
    [
      'a picture as header',
      131009,
      withInteractive({ header: { type: 'image', image: { link: 'https://example.com/a.png' } } }),
      'Only header type text is allowed for list messages',
    ],
    [
      'a section title of 25',
      131009,
      withAction({ sections: [{ title: long(25), rows: rows(1) }] }),
      'Section title is too long. Max length is 24',
    ],
    ['no section', 131009, withAction({ sections: [] }), 'List must have at least 1 section'],
    ['no row', 131009, withAction({ sections: [{ title: 'Um', rows: [] }] }), 'Section must have at least 1 row'],
    [
      'eleven sections',
      131009,
      withAction({ sections: rows(11).map((one) => ({ title: one.title, rows: [one] })) }),
      'Total section count exceed max allowed count: 10',
    ],
    [
      'a row id twice',
      131009,
      withAction({ sections: [{ title: 'Um', rows: [row('1'), row('1')] }] }),
      'Row id must be unique: "1" is repeated',
    ],
    [
      'two sections of which one has no title',
      131008,
      withAction({ sections: [{ title: 'Um', rows: rows(1) }, { rows: rows(1, 1) }] }),
      'Section title is required when there is more than one section',
    ],
    [
      'a number that is none',
      131009,
      { ...list(), to: 'abc' },
      'The phone number is malformed: Please use the format: +1234567890.',
    ],
  ])('%s: %i', async (_what, code, body, details) => {
    const { status, json } = await post(body)
    expect(status).toBe(400)
    expect(json.error).toMatchObject({
      code,
      type: 'OAuthException',
      error_data: { messaging_product: 'whatsapp', details },
    })
  })

  it.each<[string, unknown, string]>([
    ['no body', withInteractive({ body: undefined }), "The parameter interactive['body'] is required."],
    [
      'an empty body',
      withInteractive({ body: { text: '' } }),
      "The parameter interactive['body']['text'] is required.",
    ],
    ['an empty row title', withRow({ title: '' }), `The parameter ${interactivePath}['title'] is required.`],
    ['a row without id', withRow({ id: undefined }), `The parameter ${interactivePath}['id'] is required.`],
    [
      'an object as header text',
      withInteractive({ header: { type: 'text', text: { body: 'x' } } }),
      "Param interactive['header']['text'] must be a string.",
    ],
    [
      'rows as an object',
      withAction({ sections: [{ title: 'Um', rows: { rows: [] } }] }),
      "Param interactive['action']['sections'][0]['rows'] must be an array.",
    ],
    ['no button', withAction({ button: undefined }), "The parameter interactive['action']['button'] is required."],
    ['no recipient', { ...list(), to: undefined }, 'The parameter to is required.'],
    ['no product', { ...list(), messaging_product: undefined }, 'The parameter messaging_product is required.'],
    [
      'a group',
      { ...list(), recipient_type: 'group' },
      'Param recipient_type must be one of {individual} - got "group".',
    ],
    ['LIST', withInteractive({ type: 'LIST' }), 'Param interactive[\'type\'] must be one of {list} - got "LIST".'],
    ['no JSON', '{"to":', 'The request body must be a JSON object.'],
    ['an array', '[]', 'The request body must be a JSON object.'],
  ])('%s: code 100', async (_what, body, message) => {
    const { status, json } = await post(body)
    expect(status).toBe(400)
    expect(json.error).toMatchObject({ code: 100, message: `(#100) ${message}` })
    expect(json.error).not.toHaveProperty('error_data')
  })

  it('a body larger than any list, without keeping it', async () => {
    const { status, json } = await post(`{"x":"${long(200_000)}"}`)
    expect(status).toBe(413)
    expect(json.error.code).toBe(100)
  })
})
