import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type pg from 'pg'
import { fold } from '../lib/domain/fold'
import { expect, test } from './fixtures/test'

type Made = { name: string; phone: string; tags?: string[]; lastInboundAt?: string }

/** Contacts straight in the database. Answers their ids. */
async function makeContacts(db: pg.Client, contacts: Made[]): Promise<string[]> {
  const ids: string[] = []
  for (const { name, phone, tags = [], lastInboundAt = null } of contacts) {
    const id = randomUUID()
    ids.push(id)
    await db.query(
      `insert into contact (id, person, phone, name, search_text, tags, last_inbound_at, updated_at)
       values ($1, substr($2, 2), $2, $3, $4, $5, $6, now())`,
      [id, phone, name, fold([name, phone.slice(1), ...tags].join(' ')), tags, lastInboundAt],
    )
  }
  return ids
}

/** Numbers of this test's own. */
const newPhones = (count: number) => {
  const start = 60_000_000 + Math.floor(Math.random() * 9_000_000)
  return Array.from({ length: count }, (_, i) => `+55419${start + i}`)
}

const linesOn = (page: Page) =>
  page
    .getByRole('table', { name: 'Contatos' })
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
const barOn = (page: Page) => page.getByRole('region', { name: 'Seleção' })

test('by keyboard alone a person is added, found and opted out, and a number that somebody has is offered for joining', async ({
  page,
  checkAccessibility,
}) => {
  const [phone = ''] = newPhones(1)
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  await page.goto('/contacts?q=zulmira')
  const add = page.getByRole('button', { name: 'Novo contato' })
  await add.focus()
  await keyboard.press('Enter')
  await expect(dialog.getByLabel('Nome')).toBeFocused()
  await keyboard.type('Zulmira Açucena')
  await keyboard.press('Tab')
  await keyboard.type('99')
  await keyboard.press('Enter')
  await expect(dialog.getByText('Faltam dígitos.')).toBeVisible()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type(phone.slice(3))
  await keyboard.press('Tab')
  await keyboard.type('Teclado, ')
  await keyboard.type('acai do norte')
  await keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: /^Tirar / })).toHaveCount(2)
  await checkAccessibility()
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(add).toBeFocused()
  await expect(linesOn(page)).toHaveCount(1)

  // Without its ninth digit it is the same person.
  await keyboard.press('Enter')
  await expect(dialog.getByLabel('Nome')).toBeFocused()
  await keyboard.type('Outra')
  await keyboard.press('Tab')
  await keyboard.type(`${phone.slice(3, 5)} ${phone.slice(6)}`)
  await keyboard.press('Enter')
  await expect(dialog.getByText('Este número já é de Zulmira Açucena')).toBeVisible()
  await dialog.getByRole('button', { name: 'Juntar' }).focus()
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  const search = page.getByRole('searchbox', { name: 'Buscar contatos' })
  await search.focus()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('AÇAÍ do norte')
  await expect(page).toHaveURL(/q=A/)
  await expect(linesOn(page)).toHaveCount(1)
  await page.getByRole('checkbox', { name: 'Selecionar Zulmira Açucena' }).focus()
  await keyboard.press('Space')
  await expect(barOn(page).getByText('1 selecionado')).toBeVisible()
  await checkAccessibility()
  await barOn(page).getByRole('button', { name: 'Descadastrar' }).focus()
  await keyboard.press('Enter')
  await expect(linesOn(page).getByText(/^Descadastrado hoje/)).toBeAttached()
  await expect(page.getByText('1 contato descadastrado: nada mais vai para ele')).toBeVisible()
  await page.getByRole('button', { name: 'Desfazer' }).focus()
  await keyboard.press('Enter')
  await expect(linesOn(page).getByText(/^Descadastrado/)).toHaveCount(0)
})

test('many are tagged, put into a saved audience and told apart by their windows', async ({
  page,
  db,
  checkAccessibility,
}) => {
  const [a = '', b = '', c = ''] = newPhones(3)
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
  await makeContacts(db, [
    { name: 'Quitéria Um', phone: a, lastInboundAt: hoursAgo(1) },
    { name: 'Quitéria Dois', phone: b, lastInboundAt: hoursAgo(30) },
    { name: 'Quitéria Três', phone: c },
  ])
  await page.goto('/contacts?q=quiteria&sort=name')
  const lines = linesOn(page)
  await expect(lines).toHaveCount(3)
  await expect(lines.filter({ hasText: 'Quitéria Um' })).toContainText(/Janela aberta até \d\d:\d\d/)
  await expect(lines.filter({ hasText: 'Quitéria Dois' })).toContainText('Janela fechada')
  await expect(lines.filter({ hasText: 'Quitéria Três' })).toContainText('Nunca escreveu')

  await page.getByRole('checkbox', { name: 'Selecionar todos os que estão à vista' }).check()
  await barOn(page).getByRole('button', { name: 'Etiquetas' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Adicionar etiquetas' }).fill('Quitérias,')
  await dialog.getByRole('button', { name: 'Aplicar' }).click()
  await expect(page.getByText('3 contatos mudaram')).toBeVisible()
  await expect(lines.getByText('Quitérias')).toHaveCount(3)

  await page.getByRole('button', { name: 'Janela aberta' }).click()
  await expect(lines).toHaveCount(1)
  await page.getByRole('button', { name: 'Janela aberta' }).click()
  await page.getByRole('link', { name: 'Públicos' }).click()
  await page.getByRole('button', { name: 'Novo público' }).first().click()
  await expect(dialog.getByLabel('Nome')).toBeFocused()
  const name = `As Quitérias ${randomUUID().slice(0, 8)}`
  await page.keyboard.type(name)
  await dialog.getByRole('textbox', { name: 'Com qualquer destas etiquetas' }).fill('quiter')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('3 pessoas entram agora')).toBeVisible()
  await checkAccessibility()
  await dialog.getByRole('switch', { name: 'Só com a janela de 24 h aberta' }).click()
  await expect(dialog.getByText('1 pessoa entra agora')).toBeVisible()
  await dialog.getByRole('button', { name: 'Criar público' }).click()
  const audience = page.getByRole('listitem').filter({ hasText: name })
  await expect(audience).toContainText('Com Quitérias, com a janela aberta')
  await expect(audience).toContainText('1 pessoa')
  await checkAccessibility()
  await page.getByRole('link', { name, exact: true }).click()
  await expect(lines).toHaveCount(1)
  await expect(page.getByText(`Público: ${name}`)).toBeVisible()
})

test('two contacts of one person are joined, and a deletion says what goes and leaves nothing', async ({
  page,
  db,
  checkAccessibility,
}) => {
  const [phone = '', other = ''] = newPhones(2)
  const [id = ''] = await makeContacts(db, [
    { name: 'Hermengarda Lima', phone, tags: ['VIP'] },
    { name: 'Hermengarda antiga', phone: other, tags: ['Loja'] },
  ])
  const send = randomUUID()
  await db.query(
    `insert into send (id, idempotency_key, message, search_text, gateway, recipient_count, state, finished_at)
     values ($1, $2, '{"body":"Oi da Hermengarda","button":"Ver","sections":[]}', 'oi', 'sandbox', 1, 'finished', now())`,
    [send, `contacts-${send}`],
  )
  await db.query(
    `insert into recipient (send_id, phone, person, name, status) values ($1, $2, substr($2, 2), 'Hermengarda', 'accepted')`,
    [send, phone],
  )
  await page.goto(`/contacts/${id}`)
  await expect(page.getByRole('link', { name: 'Oi da Hermengarda' })).toBeVisible()
  await checkAccessibility()
  await page.getByRole('button', { name: 'Ações de Hermengarda Lima' }).click()
  await page.getByRole('menuitem', { name: 'Juntar com outro…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox', { name: 'Buscar o outro contato' }).fill('hermengarda antiga')
  await dialog.getByRole('radio', { name: /^Hermengarda antiga/ }).check()
  await expect(dialog.getByRole('region', { name: 'Como fica' })).toContainText('Loja')
  await checkAccessibility()
  await dialog.getByRole('button', { name: 'Juntar', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Loja', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Ações de Hermengarda Lima' }).click()
  await page.getByRole('menuitem', { name: 'Excluir…' }).click()
  await expect(dialog).toContainText('Em 1 mensagem enviada')
  await checkAccessibility()
  await dialog.getByRole('button', { name: 'Excluir de vez' }).click()
  await expect(page).toHaveURL(/\/contacts$/)
  await expect(page.getByText('1 contato excluído')).toBeVisible()
  const { rows } = await db.query('select phone, name, status from recipient where send_id = $1', [send])
  expect(rows).toEqual([{ phone: 'removed', name: null, status: 'accepted' }])
})

test('a spreadsheet becomes contacts, and the list goes out as a file that Excel opens', async ({ page }) => {
  const [first = '', second = ''] = newPhones(2)
  await page.goto('/contacts?q=ildefonsa')
  await page.getByRole('button', { name: 'Importar contatos' }).click()
  const dialog = page.getByRole('dialog')
  const text = `Nome;Celular;Cidade;Obs\r\nIldefonsa Um;${first.slice(3)};São José;=1+1\r\nIldefonsa Dois;${second.slice(3)};Itu;\r\nIldefonsa Três;nada;;\r\n`
  await dialog.locator('input[type="file"]').setInputFiles({
    name: 'clientes.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text, 'latin1'),
  })
  await expect(dialog.getByLabel('Coluna do telefone')).toHaveValue('1')
  await expect(dialog.getByLabel('Coluna do nome')).toHaveValue('0')
  await dialog.getByRole('checkbox', { name: 'Cidade' }).check()
  await dialog.getByRole('checkbox', { name: 'Obs' }).check()
  await dialog.getByRole('textbox', { name: 'Etiquetas para todos' }).fill('Ildefonsas,')
  await dialog.getByRole('button', { name: 'Importar 3 linhas' }).click()
  await expect(dialog).toContainText('2 contatos novos')
  await expect(dialog).toContainText('1 linha ficou de fora')
  await dialog.getByRole('button', { name: 'Ver contatos' }).click()
  await expect(linesOn(page)).toHaveCount(2)

  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Mais ações dos contatos' }).click()
  await page.getByRole('menuitem', { name: 'Exportar o que está na lista' }).click()
  const file = await readFile(await (await coming).path(), 'utf8')
  expect(file.startsWith('\ufeffNome;Telefone;Etiquetas;')).toBe(true)
  expect(file).toContain('Ildefonsa Um;+55 41 9')
  expect(file).toContain('São José')
  expect(file).toContain("'=1+1")
})
