import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type pg from 'pg'
import type { ListMessage } from '../lib/domain/list-message'
import { toPersonKey } from '../lib/domain/person-key'
import { tabTo } from './fixtures/keyboard'
import { onCard, openLibrary } from './fixtures/library'
import { makeTemplate, newPhone, shown } from './fixtures/send'
import { expect, test } from './fixtures/test'

const message: ListMessage = {
  body: 'Oi, {{nome|cliente}}! Seu pedido está em {{cidade}}.',
  button: 'Escolher',
  sections: [{ rows: [{ id: 'loja', title: 'Loja {{cidade}}' }] }],
}

/** A contact who wrote so many hours ago, straight in the database. */
const makeContact = (db: pg.Client, phone: string, hoursAgo: number) =>
  db.query(
    `insert into contact (id, person, phone, search_text, last_inbound_at, updated_at)
     values ($1, $2, $3, '', now() - $4 * interval '1 hour', now())`,
    [randomUUID(), toPersonKey(phone), phone, hoursAgo],
  )

/** As Brazil's Excel writes it: semicolons, and one byte a letter. */
const csvOf = (rows: string[][]) => ({
  name: 'clientes.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Celular;Nome;Cidade', ...rows.map((row) => row.join(';'))].join('\r\n'), 'latin1'),
})

const dialled = (phone: string) => phone.slice(3)
const part = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) })
const sendButton = (page: Page) => page.getByRole('button', { name: /^(?:Enviar|Agendar)(?: para [\d.]+ pessoas?)?$/ })

test('a spreadsheet becomes a Send by keyboard alone: columns guessed, lines told apart, and each gets their own words', async ({
  page,
  db,
  received,
  checkAccessibility,
}) => {
  const template = await makeTemplate(db, message)
  const [open, unknown, closed] = [newPhone(), newPhone(), newPhone()]
  await makeContact(db, open, 1)
  await makeContact(db, closed, 48)
  await page.goto(`/sends/new?template=${template.id}`)
  await expect(part(page, 'Mensagem').getByText(template.name)).toBeVisible()

  await tabTo(page, page.getByRole('tab', { name: 'Digitar ou colar' }))
  await page.keyboard.press('ArrowRight')
  const choosing = page.waitForEvent('filechooser')
  await tabTo(page, page.getByLabel('escolha um arquivo'))
  await page.keyboard.press('Enter')
  await (await choosing).setFiles(
    csvOf([
      [dialled(open), 'Conceição Araújo', 'São Paulo'],
      [dialled(unknown), '', 'Recife'],
      [dialled(closed), 'Beto', 'Natal'],
      [dialled(open), 'Conceição de novo', 'São Paulo'],
      ['11 9999', 'Sem fone', 'Olinda'],
      [dialled(newPhone()), 'Lugar comprido', 'Vila Bela da Santíssima Trindade'],
      [dialled(newPhone()), 'Sem lugar', ''],
    ]),
  )

  const people = part(page, 'Destinatários')
  await expect(people.getByText('7 linhas')).toBeVisible()
  await expect(people.getByLabel('Telefone')).toHaveValue('0')
  await expect(people.getByLabel('Variável Cidade')).toHaveValue('2')
  await expect(people.getByRole('region', { name: 'Primeiras linhas' })).toContainText('Conceição Araújo')
  await expect(people.getByRole('switch', { name: 'A primeira linha tem os títulos das colunas' })).toBeChecked()

  const review = part(page, 'Conferência')
  await expect(review.getByText('pessoas vão receber, de 7 linhas')).toBeVisible()
  for (const [verdict, count] of Object.entries({
    'Dentro da janela de 24 horas': 1,
    'Nunca escreveram': 1,
    'Janela de 24 horas fechada': 1,
    Duplicados: 1,
    'Telefone inválido': 1,
    'Variável faltando': 1,
    'Texto longo demais': 1,
  }))
    await expect(review.getByRole('button', { name: new RegExp(`^${verdict}.*${count}$`) })).toBeVisible()
  await expect(review.getByText(/A pior está na linha 7: Seção 1, opção 1, Título da opção passa 13/)).toBeVisible()
  await expect(review.getByText('131047')).toHaveCount(2)

  await tabTo(page, review.getByRole('button', { name: /^Telefone inválido/ }))
  await page.keyboard.press('Enter')
  await expect(review.getByRole('row', { name: /^6 11 9999 Sem fone faltam dígitos/ })).toBeVisible()

  const preview = part(page, 'Prévia')
  await expect(preview.getByText('Oi, Conceição Araújo! Seu pedido está em São Paulo.')).toBeVisible()
  await expect(sendButton(page)).toHaveText('Enviar para 2 pessoas')
  await checkAccessibility()

  await tabTo(page, review.getByRole('switch', { name: 'Incluir mesmo assim' }), 'Shift+Tab')
  await page.keyboard.press('Space')
  await expect(sendButton(page)).toHaveText('Enviar para 3 pessoas')
  await tabTo(page, review.getByRole('switch', { name: 'Incluir mesmo assim' }))
  await page.keyboard.press('Space')
  await tabTo(page, sendButton(page))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Enviar para 2 pessoas?' })
  await expect(dialog).toContainText('De 1 pessoa não sabemos se escreveu')
  await expect(dialog.getByRole('button', { name: 'Enviar para 2 pessoas' })).toBeFocused()
  await checkAccessibility()
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(/\/sends\/[0-9a-f-]{36}$/)
  await expect.poll(() => [received(open).length, received(unknown).length]).toEqual([1, 1])
  expect(received(open)[0]?.body).toContain('Oi, Conceição Araújo! Seu pedido está em São Paulo.')
  expect(received(unknown)[0]?.body).toContain('Oi, cliente! Seu pedido está em Recife.')
  expect(received(closed)).toEqual([])
})

test('numbers that were typed, columns, values and the plan survive a reload', async ({ page, db }) => {
  const template = await makeTemplate(db, message)
  const phone = newPhone()
  await page.goto(`/sends/new?template=${template.id}`)
  const typed = page.getByLabel('Números, um por linha')
  await typed.fill(dialled(phone))
  await page.reload()
  await expect(typed).toHaveValue(dialled(phone))

  await page.getByRole('button', { name: 'Usar estes números' }).click()
  await expect(page).toHaveURL(/list=/)
  await page.getByLabel('Cidade', { exact: true }).fill('Belém')
  await page.getByRole('radio', { name: 'Agendar' }).click()
  await page.getByLabel('Data').fill('2031-03-05')
  await page.getByLabel('Hora', { exact: true }).fill('10:00')
  await page.getByRole('switch', { name: 'Enviar primeiro para poucos' }).click()
  await page.getByLabel('Minutos de espera').fill('25')
  await expect(page.getByText(/^qua\., 05\/03\/2031, 10:00, Brasília, em/)).toBeVisible()
  await expect(sendButton(page)).toHaveText('Agendar para 1 pessoa')

  await page.reload()
  await expect(page.getByLabel('Cidade', { exact: true })).toHaveValue('Belém')
  await expect(page.getByText(/^qua\., 05\/03\/2031, 10:00, Brasília, em/)).toBeVisible()
  await expect(page.getByLabel('Minutos de espera')).toHaveValue('25')
  await expect(sendButton(page)).toHaveText('Agendar para 1 pessoa')
  await expect(part(page, 'Prévia').getByText(shown(phone))).toBeVisible()
  await expect(part(page, 'Prévia').getByText('Oi, cliente! Seu pedido está em Belém.')).toBeVisible()
})

test('a large Send waits for its number to be typed', async ({ page, db }) => {
  const template = await makeTemplate(db, { ...message, body: 'Oi', sections: [{ rows: [{ id: 'a', title: 'Sim' }] }] })
  await page.goto(`/sends/new?template=${template.id}`)
  const phones = Array.from({ length: 501 }, (_, i) => `11 9${8_000 + Math.floor(i / 900)}-${7_000 + (i % 900)}`)
  await page.getByLabel('Números, um por linha').fill(phones.join('\n'))
  await page.getByRole('button', { name: 'Usar estes números' }).click()
  await page.getByRole('radio', { name: 'Agendar' }).click()

  await expect(sendButton(page)).toHaveText('Agendar para 501 pessoas')
  await sendButton(page).click()
  await expect(page.getByLabel('Data')).toBeFocused()
  await expect(page.getByText('Escolha para agendar.')).toBeVisible()
  await page.getByLabel('Data').fill('2031-03-05')
  await page.getByLabel('Hora', { exact: true }).fill('10:00')
  await expect(sendButton(page)).toHaveText('Agendar para 501 pessoas')
  await sendButton(page).click()

  const dialog = page.getByRole('dialog')
  const number = dialog.getByLabel('Para confirmar, digite 501')
  await expect(number).toBeFocused()
  await number.fill('500')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Não confere. O envio é para 501.')).toBeVisible()
  await expect(number).toBeFocused()
  await number.fill('501')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sends\/[0-9a-f-]{36}$/)
  const id = page.url().split('/').at(-1)
  const { rows } = await db.query('select starts_at, recipient_count from send where id = $1', [id])
  expect(rows).toEqual([{ starts_at: new Date('2031-03-05T13:00:00Z'), recipient_count: 501 }])
})

test('what cannot be read is told where it was given, and a list that is gone leads to another', async ({
  page,
  db,
}) => {
  const template = await makeTemplate(db, message)
  await page.goto(`/sends/new?template=${template.id}&list=${randomUUID()}`)
  await expect(page.getByText('Esta lista não está mais aqui')).toBeVisible()
  await page.getByRole('button', { name: 'Começar outra lista' }).click()
  await expect(page).not.toHaveURL(/list=/)

  await page.getByRole('button', { name: 'Usar estes números' }).click()
  await expect(page.getByText('Digite ou cole pelo menos um número.')).toBeVisible()
  await expect(page.getByLabel('Números, um por linha')).toBeFocused()

  await page.getByRole('tab', { name: 'Arquivo' }).click()
  await page.getByLabel('escolha um arquivo').setInputFiles({
    name: 'foto.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  })
  await expect(page.getByText('Não é um CSV nem uma planilha do Excel.')).toBeVisible()
})

test('a template leads here from its card and from the dialog of the editor', async ({
  page,
  db,
  checkAccessibility,
}) => {
  const template = await makeTemplate(db, message)
  await db.query('update list_template set search_text = lower(name) where id = $1', [template.id])
  await openLibrary(page, template.name)
  await onCard(page, template.name, 'Enviar para muitos')
  await expect(page).toHaveURL(`/sends/new?template=${template.id}`)

  await page.goto(`/templates/${template.id}`)
  await page.getByRole('button', { name: 'Revisar e enviar' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Enviar para muitos' }).click()
  await expect(page).toHaveURL(`/sends/new?template=${template.id}`)

  await page.goto('/sends')
  await page.getByRole('link', { name: 'Novo envio' }).click()
  await expect(page.getByRole('heading', { name: 'Novo envio', level: 1 })).toBeVisible()
  await page.getByLabel('Buscar modelo').fill(template.name)
  await page.getByRole('button', { name: template.name }).click()
  await expect(page).toHaveURL(`/sends/new?template=${template.id}`)
  await expect(part(page, 'Mensagem').getByText('Muda para cada pessoa:')).toBeVisible()
  await checkAccessibility()
})
