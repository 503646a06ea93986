import { MESSAGE, newPhone, sendTo } from './fixtures/send'
import { expect, test } from './fixtures/test'

test('on a rehearsal’s phone somebody answers as the customer, and the reply comes in by the webhook', async ({
  page,
  db,
  checkAccessibility,
}) => {
  const { sendId } = await sendTo(page, db, [newPhone()])
  await page.goto(`/sends/${sendId}`)
  const preview = page.getByRole('region', { name: 'Prévia' })
  const asCustomer = preview.getByRole('switch', { name: 'Responder como cliente' })

  await test.step('without the switch a tap is only looked at', async () => {
    await preview.getByRole('button', { name: MESSAGE.button }).click()
    await preview.getByText('Smartphone X').click()
    await preview.getByRole('button', { name: 'Enviar', exact: true }).click()
    await preview.getByRole('button', { name: 'Recomeçar' }).click()
  })

  await asCustomer.check()
  await expect(preview).toContainText('Toque numa opção no celular')
  await checkAccessibility()
  await preview.getByRole('button', { name: MESSAGE.button }).click()
  await preview.getByText('Smartphone X').click()
  await preview.getByRole('button', { name: 'Enviar', exact: true }).click()
  await expect(page.getByText('Resposta enviada')).toBeVisible()

  await expect(page.getByText('A pessoa escolheu “Smartphone X”.')).toBeVisible()
  const { rows } = await db.query(
    `select m.kind, m.linked_by, r.chose_row_id = m.row_id as same, e.statuses
     from inbound_message m join recipient r on r.id = m.recipient_id
     cross join lateral (select count(*)::int as statuses from status_event s where s.recipient_id = r.id) e
     where m.send_id = $1`,
    [sendId],
  )
  expect(rows).toEqual([{ kind: 'listReply', linked_by: 'context', same: true, statuses: 0 }])
})
