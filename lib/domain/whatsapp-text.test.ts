import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWhatsAppText, toPlainText, type WhatsAppBlock, type WhatsAppInline } from './whatsapp-text'

/** The way back: what was typed, read off the tree. */
function source(blocks: WhatsAppBlock[]): string {
  const piece = (node: WhatsAppInline): string => {
    if (node.kind === 'text' || node.kind === 'link') return node.text
    if (node.kind === 'code') return `\`${node.text}\``
    if (node.kind === 'mono') return `\`\`\`${node.text}\`\`\``
    const marker = { bold: '*', italic: '_', strike: '~' }[node.kind]
    return `${marker}${node.children.map(piece).join('')}${marker}`
  }
  const line = (children: WhatsAppInline[]) => children.map(piece).join('')
  return blocks
    .flatMap((block) =>
      block.kind === 'lines' ? block.lines.map(line) : block.items.map((item) => item.marker + line(item.children)),
    )
    .join('\n')
}

/** The tree in short: `B(…)`, `I(…)`, `S(…)`, `C(…)`, `M(…)`, `L(…)`. */
function sketch(text: string): string {
  const names = { bold: 'B', italic: 'I', strike: 'S', code: 'C', mono: 'M', link: 'L' }
  const piece = (node: WhatsAppInline): string => {
    if (node.kind === 'text') return node.text
    return `${names[node.kind]}(${'children' in node ? node.children.map(piece).join('') : node.text})`
  }
  return parseWhatsAppText(text)
    .flatMap((block) => (block.kind === 'lines' ? block.lines : block.items.map((item) => item.children)))
    .map((children) => children.map(piece).join(''))
    .join('\n')
}

const kinds = (text: string) => parseWhatsAppText(text).map((block) => block.kind)

describe('marks within a line', () => {
  it.each([
    ['um *dois* três', 'um B(dois) três'],
    ['_um_ e ~dois~', 'I(um) e S(dois)'],
    ['*_~tudo~_*', 'B(I(S(tudo)))'],
    ['*um _dois_ três*', 'B(um I(dois) três)'],
    ['(*sim*), *não*!', '(B(sim)), B(não)!'],
    ['**dois**', '*B(dois)*'],
    ['*a*b*', 'B(a*b)'],
    ['🔥*fogo*🔥', '🔥B(fogo)🔥'],
  ])('%s is drawn', (text, drawn) => {
    expect(sketch(text)).toBe(drawn)
  })

  it.each([
    ['2 * 3 * 4'],
    ['a * solto*'],
    ['*solto *'],
    ['meio*da*palavra'],
    ['nome_da_opcao'],
    ['ação*é*assim'],
    ['**'],
    ['*sem fim'],
    ['*uma\nlinha*'],
    ['```'],
    ['``````'],
    ['` `'],
  ])('%j stays as typed', (text) => {
    expect(sketch(text)).toBe(text)
  })

  it('lets the first mark that closes win where two overlap', () => {
    expect(sketch('*a _b* c_')).toBe('B(a _b) c_')
  })
})

describe('code', () => {
  it('shows what is inside as it is', () => {
    expect(sketch('`*a*` e ```_b_```')).toBe('C(*a*) e M(_b_)')
  })

  it('may run over lines between three backticks, and the line goes on behind them', () => {
    expect(parseWhatsAppText('```a\nb``` c')).toEqual([
      {
        kind: 'lines',
        lines: [
          [
            { kind: 'mono', text: 'a\nb' },
            { kind: 'text', text: ' c' },
          ],
        ],
      },
    ])
  })
})

describe('quotes and lists', () => {
  it('groups neighbours of one kind', () => {
    expect(kinds('> um\n> dois\n- a\n* b\n1. x\n2. y\nfim')).toEqual(['quote', 'bullets', 'numbers', 'lines'])
  })

  it('keeps the number that was typed and marks inside an item', () => {
    expect(parseWhatsAppText('7. *sete*')).toEqual([
      {
        kind: 'numbers',
        items: [{ marker: '7. ', children: [{ kind: 'bold', children: [{ kind: 'text', text: 'sete' }] }] }],
      },
    ])
  })

  it.each(['-sem espaço', '>', '- ', '1.um', 'a - b'])('leaves %j an ordinary line', (text) => {
    expect(kinds(text)).toEqual(['lines'])
  })
})

describe('links', () => {
  const links = (text: string) => {
    const found: string[] = []
    const walk = (node: WhatsAppInline) => {
      if (node.kind === 'link') found.push(node.href)
      if ('children' in node) node.children.forEach(walk)
    }
    for (const block of parseWhatsAppText(text)) if (block.kind === 'lines') block.lines.flat().forEach(walk)
    return found
  }

  it('leaves the sentence its punctuation and the marks around it', () => {
    expect(sketch('Veja *https://exemplo.com/a_b_c*, ou www.exemplo.com.br.')).toBe(
      'Veja B(L(https://exemplo.com/a_b_c)), ou L(www.exemplo.com.br).',
    )
    expect(links('(https://exemplo.com/x_(y))')).toEqual(['https://exemplo.com/x_(y)'])
  })

  it('gives an address without a scheme https', () => {
    expect(links('www.exemplo.com.br/a')).toEqual(['https://www.exemplo.com.br/a'])
  })

  it.each(['javascript:alert(1)', 'http://', 'https://localhost', 'xhttp://a.com', 'ftp://a.com', 'www.'])(
    'makes none of %j',
    (text) => {
      expect(links(text)).toEqual([])
    },
  )

  it('never leads anywhere but to http and https', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' })), (text) => {
        for (const href of links(`${text} www.${text}`)) expect(href).toMatch(/^https?:\/\//)
      }),
    )
  })
})

it('can be read without its marks', () => {
  expect(toPlainText('*Olá _Ana_*\n> cite\n- um\n2. dois ```x```')).toBe('Olá Ana\ncite\num\n2. dois x')
})

const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '_',
        '~',
        '`',
        '```',
        '\n',
        ' ',
        '> ',
        '- ',
        '1. ',
        'a',
        'é',
        '🔥',
        'https://a.com/',
        'www.b.co',
        ')',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

it('loses no character of any text', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(source(parseWhatsAppText(text))).toBe(text.replace(/\r\n?/g, '\n'))
    }),
    { numRuns: 2000 },
  )
})

it.each(['*a ', '_*~', '`', '``` ', 'http://', 'www.', '> ', 'www.a.co))))', '*_a_ ', '~~a'])(
  'reads %j over and over to its end, where quadratic time would outlast the test',
  (part) => {
    const text = part.repeat(200_000)
    expect(source(parseWhatsAppText(text))).toBe(text)
  },
)
