/** Text as search compares it: lower case, accents folded, white space single. "Opção  ÚNICA" and "opcao unica" are one. */
export const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
