import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { MESSAGE, makeSend, newPhone, shown } from './fixtures/send'
import { expect, test } from './fixtures/test'

const unique = () => `Recado ${randomUUID().slice(0, 8)}`

/** A Send to many, straight in the database: `count` recipients a moment ago, named after their place. */
async function makeMany(db: pg.Client, body: string, count: number) {
  const { id } = await makeSend(db, [], { message: { ...MESSAGE, header: undefined, body } })
  await db.query(
    `insert into recipient (send_id, phone, person, name, status, settled_at)
     select $1, '+55118' || lpad(i::text, 8, '0'), '55118' || lpad(i::text, 8, '0'), 'Pessoa ' || i, 'accepted', now()
     from generate_series(1, $2::int) i`,
    [id, count],
  )
  return id
}

test('a long list is gone through by the keys, a window at a time, and coming back leads to where one was', async ({
  page,
  db,
}) => {
  const send = await makeMany(db, unique(), 230)
  await page.goto(`/messages?send=${send}`)
  const grid = page.getByRole('grid', { name: 'Lista de mensagens' })
  await expect(grid).toHaveAttribute('aria-rowcount', '231')
  await expect(page.getByText('230 mensagens', { exact: true })).toBeVisible()

  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  const focused = page.locator('tr:focus')
  await grid.getByRole('row').nth(1).focus()
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAttribute('aria-rowindex', '3')
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(focused).toHaveAttribute('aria-rowindex', '231', { timeout: 500 })
  }).toPass()
  await expect(focused).toContainText('Pessoa 1')
  expect(await grid.getByRole('row').count()).toBeLessThan(60)
  await page.keyboard.press('ArrowUp')
  await expect(focused).toContainText('Pessoa 2')

  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/messages\/\d+$/)
  await page.goBack()
  await expect(focused).toHaveAttribute('aria-rowindex', '230')
})

test('filters are chips that open, change and go by the keys, and a view keeps them with the columns', async ({
  page,
  db,
}) => {
  const body = unique()
  const [refused, taken] = [newPhone(), newPhone()]
  await makeSend(
    db,
    [
      { phone: refused, status: 'failed', errorCode: 131047 },
      { phone: taken, status: 'accepted' },
    ],
    { message: { ...MESSAGE, header: undefined, body } },
  )
  await page.goto('/messages')
  await page.getByRole('searchbox').fill(body)
  const rows = page.getByRole('grid').locator('tbody').getByRole('row')
  await expect(rows).toHaveCount(2)

  const add = page.getByRole('button', { name: 'Adicionar filtro' })
  await add.click()
  await page.getByRole('menuitem', { name: 'Código' }).click()
  await page.getByRole('searchbox', { name: 'Procurar na lista' }).fill('24 horas')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/code=131047/)
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(shown(refused))

  await page.getByRole('button', { name: 'Colunas' }).click()
  await page.getByRole('checkbox', { name: 'Conexão' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Conexão' })).toBeVisible()

  await page.getByRole('button', { name: 'Salvar visão' }).click()
  await expect(page.getByLabel('Nome da visão')).toBeFocused()
  await page.keyboard.type('Fora da janela')
  await page.keyboard.press('Enter')
  const view = page.getByRole('button', { name: 'Fora da janela', exact: true })
  await expect(view).toBeFocused()

  await page.getByRole('button', { name: 'Código: 131047' }).press('Delete')
  await expect(add).toBeFocused()
  await expect(rows).toHaveCount(2)
  await page.reload()
  // The server has drawn it: it may be there a moment before it listens.
  await expect(async () => {
    await view.click()
    await expect(view).toHaveAttribute('aria-pressed', 'true', { timeout: 2_000 })
  }).toPass()
  await expect(rows).toHaveCount(1)
  await expect(page.getByRole('columnheader', { name: 'Conexão' })).toBeVisible()
  await page.getByRole('button', { name: 'Opções da visão Fora da janela' }).click()
  await page.getByRole('menuitem', { name: 'Excluir' }).click()
  await expect(view).toBeHidden()
})

test('what comes in waits above the list, and what is filtered is taken home as a file', async ({ page, db }) => {
  const body = unique()
  const send = await makeMany(db, body, 3)
  await page.clock.install()
  await page.goto(`/messages?send=${send}`)
  const rows = page.getByRole('grid').locator('tbody').getByRole('row')
  await expect(rows).toHaveCount(3)
  await db.query(
    `insert into recipient (send_id, phone, person, name, status, created_at)
     values ($1, '+5511977770000', '5511977770000', 'Quem chegou', 'accepted', now() + interval '1 second')`,
    [send],
  )
  const pill = page.getByRole('button', { name: '1 nova mensagem' })
  await expect(async () => {
    await page.clock.runFor(21_000)
    await expect(pill).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(rows).toHaveCount(3)
  await pill.click()
  await expect(rows).toHaveCount(4)
  await expect(rows.first()).toContainText('Quem chegou')
  await expect(rows.first()).toBeFocused()

  await page.clock.resume()
  await page.getByRole('button', { name: 'Exportar' }).click()
  const dialog = page.getByRole('dialog', { name: 'Exportar mensagens' })
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Baixar' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
  await expect(dialog.getByText('Arquivo pronto, com 4 linhas.')).toBeVisible()
})

for (const locale of ['pt-BR', 'en'] as const)
  test.describe(`in ${locale}`, () => {
    test.use({ locale })
    test('the messages are accessible, on a small screen too', async ({ page, db, checkAccessibility }) => {
      const send = await makeMany(db, unique(), 5)
      for (const address of [`/messages?send=${send}&status=accepted`, '/messages?q=nada-disto-existe']) {
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await checkAccessibility()
        await page.setViewportSize({ width: 390, height: 844 })
        await checkAccessibility()
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      }
    })
  })
