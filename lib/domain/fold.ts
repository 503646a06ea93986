/** Text as search compares it: lower case, accents folded, white space single. "Opção  ÚNICA" and "opcao unica" are one. */
export const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
