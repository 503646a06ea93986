import { randomInt, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { toPersonKey } from '../lib/domain/person-key'
import { MESSAGE, makeSend, makeTemplate, newPhone, shown } from './fixtures/send'
import { expect, test } from './fixtures/test'

/** A Send to so many that goes out at its own pace, straight in the database. */
async function startSend(db: pg.Client, people: number, perSecond: number) {
  const id = randomUUID()
  const start = `+55119${String(randomInt(10_000)).padStart(4, '0')}7`
  const phones = Array.from({ length: people }, (_, i) => `${start}${String(i).padStart(3, '0')}`)
  await db.query(
    `with made as (
       insert into send (id, idempotency_key, message, search_text, gateway, recipient_count, started_at, per_second, created_by_id)
       select $1::uuid, $1, $2, '', 'sandbox', $3, now(), $4, (select id from "user" order by created_at limit 1)
       returning id
     )
     insert into recipient (send_id, phone, person)
     select made.id, one.phone, one.person from made, unnest($5::text[], $6::text[]) as one (phone, person)`,
    [id, JSON.stringify(MESSAGE), people, perSecond, phones, phones.map(toPersonKey)],
  )
  return id
}

test('a Send of hundreds is watched by two, paused, slowed, canceled and followed by keys alone', async ({
  page,
  browser,
  signIn,
  db,
  checkAccessibility,
}) => {
  const id = await startSend(db, 300, 10)
  const other = await browser.newContext()
  await signIn(other, 'own')
  const watcher = await other.newPage()
  await watcher.goto(`/sends/${id}`)
  await page.goto(`/sends/${id}`)
  const bar = page.getByRole('progressbar')
  const done = async () => Number(await bar.getAttribute('aria-valuenow'))
  await expect(page.getByRole('heading', { name: 'Enviando' })).toBeVisible()
  await expect.poll(done).toBeGreaterThan(0)
  await expect(page.getByText(/por segundo/).first()).toBeVisible()

  await page.getByRole('button', { name: 'Pausar' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Pausado' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Retomar' })).toBeFocused()
  await expect(watcher.getByRole('heading', { name: 'Pausado' })).toBeVisible()
  await checkAccessibility()
  const paused = await done()
  expect(paused).toBeLessThan(300)

  const more = page.getByRole('button', { name: 'Mais ações do envio' })
  await more.press('Enter')
  await page.getByRole('menuitem', { name: 'Mudar o ritmo' }).press('Enter')
  const pace = page.getByRole('dialog', { name: 'Mudar o ritmo' })
  await pace.getByLabel('Mensagens por segundo').fill('0')
  await pace.getByLabel('Mensagens por segundo').press('Enter')
  await expect(pace.getByText('Digite um número inteiro de 1 a 1.000')).toBeVisible()
  await pace.getByLabel('Mensagens por segundo').fill('15')
  await pace.getByLabel('Mensagens por segundo').press('Enter')
  await expect(pace).toBeHidden()
  await expect(page.getByText('até 15 por segundo')).toBeVisible()
  expect(await done()).toBe(paused)

  await page.getByRole('button', { name: 'Retomar' }).press('Enter')
  await expect.poll(done).toBeGreaterThan(paused)

  await more.press('Enter')
  await page.getByRole('menuitem', { name: 'Cancelar o envio' }).press('Enter')
  const asked = page.getByRole('alertdialog', { name: 'Cancelar este envio?' })
  await expect(asked).toContainText('não vão receber')
  await asked.getByRole('button', { name: 'Cancelar o envio' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Cancelado' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Cancelado' })).toBeVisible()
  await expect(watcher.getByRole('heading', { name: 'Cancelado' })).toBeVisible()
  await other.close()

  await page.getByRole('button', { name: /^Enviar para quem faltou/ }).press('Enter')
  const follow = page.getByRole('dialog', { name: 'Enviar para quem faltou?' })
  await expect(follow).toContainText('ninguém que já recebeu recebe de novo')
  await follow.getByRole('button', { name: 'Enviar', exact: true }).press('Enter')
  await expect(page.getByText('Este envio é para quem faltou em outro.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Concluído' })).toBeVisible({ timeout: 60_000 })
  const { rows } = await db.query(
    `select count(*)::int as people, count(distinct person)::int as once from recipient
     where status = 'accepted' and (send_id = $1 or send_id in (select id from send where follows_id = $1))`,
    [id],
  )
  expect(rows).toEqual([{ people: 300, once: 300 }])
})

test('each number and each reason leads to its people, and back', async ({ page, db, checkAccessibility }) => {
  const [taken, read] = [newPhone(), newPhone()]
  const [noWhatsApp, closed] = [newPhone('1026'), newPhone('1047')]
  const { id } = await makeSend(db, [
    { phone: taken, status: 'accepted' },
    { phone: read, status: 'read' },
    { phone: noWhatsApp, status: 'failed', errorCode: 131026 },
    { phone: closed, status: 'failed', errorCode: 131047 },
    { phone: newPhone(), status: 'unconfirmed', unknownWhy: 'timeout' },
  ])
  await page.goto(`/sends/${id}`)
  const people = page.getByRole('list', { name: 'Pessoas' }).getByRole('listitem')
  const numbers = page.getByRole('navigation', { name: 'Números do envio' })
  await expect(people).toHaveCount(5)
  await numbers.getByRole('link', { name: /^Aceitas/ }).click()
  await expect(people).toHaveCount(2)
  await expect(page.getByRole('heading', { name: 'Pessoas: Aceitas' })).toBeFocused()
  await numbers.getByRole('link', { name: /^Lidas/ }).click()
  await expect(people).toHaveCount(1)
  await expect(people).toContainText(shown(read))
  await page.getByRole('link', { name: /Ver 1 pessoa: Passaram mais de 24 horas/ }).click()
  await expect(page).toHaveURL(/people=failed&code=131047/)
  await expect(people).toContainText(shown(closed))
  await page.reload()
  await expect(people).toContainText(shown(closed))
  await checkAccessibility()
  await page.goBack()
  await expect(people).toContainText(shown(read))
})

test('a test goes to those who get tests, and stands apart in the history', async ({ page, db }) => {
  const name = `Prova ${randomUUID().slice(0, 8)}`
  const phone = newPhone()
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Adicionar pessoa' }).click()
  const form = page.getByRole('form', { name: 'Adicionar pessoa' })
  await expect(form.getByLabel('Nome')).toBeFocused()
  await form.getByLabel('Nome').fill(name)
  await form.getByLabel('Telefone com DDD').fill(phone)
  await form.getByRole('button', { name: 'Salvar pessoa' }).click()
  await expect(page.getByRole('list', { name: 'Quem recebe testes' })).toContainText(shown(phone))

  const body = `Prova de ${name}`
  const { id: template } = await makeTemplate(db, { ...MESSAGE, body }, name)
  await page.goto(`/templates/${template}`)
  await page.getByRole('button', { name: 'Revisar e enviar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Enviar teste' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enviar teste' })
  for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck()
  await dialog.getByRole('checkbox', { name: new RegExp(name) }).check()
  await dialog.getByRole('button', { name: 'Enviar para 1 pessoa' }).click()
  await expect(dialog).toBeHidden()

  await page.goto(`/sends?q=${encodeURIComponent(body)}`)
  await expect(page.getByText('Nada encontrado')).toBeVisible()
  await page.getByRole('button', { name: 'Testes ocultos' }).click()
  const line = page.getByRole('row', { name: body })
  await expect(line).toContainText('Teste')
  await expect(line).toContainText(shown(phone))
  const { rows } = await db.query('select times_used, last_sent_at from list_template where id = $1', [template])
  expect(rows).toEqual([{ times_used: 0, last_sent_at: null }])
  await db.query('delete from tester where name = $1', [name])
})
