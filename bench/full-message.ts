import { LIMITS, type ListMessage } from '@/lib/domain/list-message'

const WORDS =
  'Sua entrega está quase pronta e falta só escolher como prefere receber cada volume do pedido nesta semana '

/** So long that it is cut in the middle of a word at worst, as people's texts never repeat themselves letter by letter. */
function textOf(length: number, words = WORDS): string {
  let text = ''
  for (let line = 1; text.length < length; line++) text += `${line} ${words}`
  return text.slice(0, length).trimEnd().padEnd(length, '.')
}

/** The largest message there is: ten rows in four sections, every text as long as WhatsApp takes it. */
export function fullMessage(): ListMessage {
  const rows = Array.from({ length: LIMITS.rows }, (_, i) => ({
    id: `opcao-${i + 1}`,
    title: `Entrega número ${i + 1}`,
    description: textOf(LIMITS.rowDescription, `Combinada no portão da casa ${i + 1} `),
  }))
  const sizes = [3, 3, 2, 2]
  return {
    header: textOf(LIMITS.header),
    body: textOf(LIMITS.body),
    footer: textOf(LIMITS.footer),
    button: textOf(LIMITS.button, 'Ver as opções '),
    sections: sizes.map((size, i) => ({ title: `Grupo de entrega ${i + 1}`, rows: rows.splice(0, size) })),
  }
}
