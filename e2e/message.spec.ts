import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { makeSend, newPhone, shown } from './fixtures/send'
import { expect, test } from './fixtures/test'

/** What the provider told of a recipient's message, straight in the database: each status at so many seconds after it left. */
async function tell(db: pg.Client, recipientId: string | undefined, statuses: Record<string, number>) {
  const wamid = `wamid.${randomUUID()}`
  await db.query('update recipient set wamid = $2, http_status = 200 where id = $1', [recipientId, wamid])
  for (const [status, seconds] of Object.entries(statuses)) {
    await db.query(
      `with told as (
         insert into status_event (wamid, status, at, source, recipient_id, raw)
         select $1, $2::text, date_trunc('second', sending_at) + $3::int * interval '1 second', 'webhook', id, $5::jsonb from recipient where id = $4
         returning recipient_id, at)
       update recipient r set ${status}_at = told.at, status = $2::text::delivery_status from told where r.id = told.recipient_id`,
      [wamid, status, seconds, recipientId, JSON.stringify({ id: wamid, status })],
    )
  }
  return wamid
}

/** The row that a recipient tapped, as record-updates would write it down. */
async function tap(db: pg.Client, recipientId: string | undefined, title: string, seconds: number) {
  await db.query(
    `with answer as (
       insert into inbound_message
         (wamid, gateway, person, kind, type, sent_at, recipient_id, send_id, linked_by, row_id, title, raw)
       select $2, 'sandbox', person, 'listReply', 'interactive', sending_at + $4::int * interval '1 second', id, send_id,
         'context', lower($3::text), $3::text, '{"type":"interactive"}'::jsonb
       from recipient where id = $1 returning recipient_id, sent_at, row_id)
     update recipient r set replied_at = coalesce(replied_at, a.sent_at), chose_row_id = a.row_id, chose_at = a.sent_at,
       status = 'read' from answer a where r.id = a.recipient_id`,
    [recipientId, `wamid.${randomUUID()}`, title, seconds],
  )
}

test('from the number of answers to a person, and to all that is known of their message', async ({ page, db }) => {
  const phones = [newPhone('7001'), newPhone('7002'), newPhone('7003')].sort()
  const [answered, quiet] = phones
  const { id, recipients } = await makeSend(
    db,
    phones.map((phone) => ({ phone, status: 'accepted' })),
  )
  await tell(db, recipients[0], { sent: 1, delivered: 3, read: 64 })
  await tap(db, recipients[0], 'Boleto', 70)
  await tap(db, recipients[0], 'Pix', 90)
  await tell(db, recipients[1], {})

  await page.goto(`/sends/${id}`)
  await page.getByRole('link', { name: /^Respondidas/ }).click()
  const people = page.getByRole('list', { name: 'Pessoas' }).getByRole('listitem')
  await expect(people).toHaveCount(1)
  await expect(people).toContainText('Pix')
  await expect(page.getByRole('link', { name: 'O que escolheram' })).toHaveAttribute('href', `/choices?send=${id}`)
  await people.getByRole('link', { name: shown(answered ?? '') }).click()

  await expect(page).toHaveURL(new RegExp(`/messages/${recipients[0]}$`))
  await expect(page.getByText('A pessoa escolheu “Pix”.')).toBeVisible()
  await expect(page.getByText('Mudou de ideia e escolheu')).toBeVisible()
  const phoneShown = page.getByRole('region', { name: 'Prévia' })
  await expect(phoneShown.getByText('Boleto', { exact: true })).toBeVisible()
  const steps = page.getByRole('region', { name: 'Linha do tempo' }).getByRole('listitem')
  await expect(steps).toHaveText([
    /^Criada/,
    /^Na fila/,
    /^Saiu/,
    /^Aceita/,
    /^Enviada/,
    /^Entregue2 s depois/,
    /^Lida1 min 1 s depois/,
    /^Respondida/,
  ])
  const notices = page.getByRole('region', { name: 'Avisos recebidos' })
  await notices.getByText('Entregue').click()
  await expect(notices.getByRole('group', { name: 'Aviso: Entregue' })).toContainText('"status": "delivered"')

  await page.keyboard.press('Alt+ArrowDown')
  await expect(page).toHaveURL(new RegExp(`/messages/${recipients[1]}$`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(shown(quiet ?? ''))
  await expect(steps.last()).toContainText('Aceita')
  // The page asks by itself.
  await tell(db, recipients[1], { read: 2 })
  await expect(steps.last()).toContainText('Lida')
  await expect(steps.filter({ hasText: 'Entregue' })).toContainText('sem aviso, mas aconteceu')
  await expect(page.getByText('A pessoa abriu a mensagem.')).toBeVisible()
})

test('a message that no phone confirms is flagged, and one that is not there is told kindly', async ({ page, db }) => {
  const { recipients } = await makeSend(db, [{ phone: newPhone(), status: 'sent' }])
  await db.query(`update recipient set settled_at = now() - interval '12 minutes' where id = $1`, [recipients[0]])
  await page.goto(`/messages/${recipients[0]}`)
  await expect(page.getByText('Sem confirmação há 12 min')).toBeVisible()
  await page.goto('/messages/999999999')
  await expect(page.getByRole('heading', { name: 'Não encontramos esta mensagem' })).toBeVisible()
})

for (const locale of ['pt-BR', 'en'] as const)
  test.describe(`in ${locale}`, () => {
    test.use({ locale })
    test('a message is accessible, and fits a phone', async ({ page, db, checkAccessibility }) => {
      const { id, recipients } = await makeSend(db, [
        { phone: newPhone(), status: 'accepted' },
        { phone: newPhone(), status: 'accepted' },
      ])
      await tell(db, recipients[0], { sent: 1, delivered: 3, failed: 5, read: 64 })
      await tap(db, recipients[0], 'Segunda via do boleto', 70)
      await page.goto(`/messages/${recipients[0]}`)
      await page
        .getByRole('region', { name: locale === 'en' ? 'Notices received' : 'Avisos recebidos' })
        .locator('summary')
        .first()
        .click()
      await checkAccessibility()
      await page.setViewportSize({ width: 390, height: 844 })
      await checkAccessibility()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      await page.goto(`/sends/${id}?people=replied`)
      await expect(page.getByText('Segunda via do boleto')).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      await checkAccessibility()
    })
  })
