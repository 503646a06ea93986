import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { toPersonKey } from '../lib/domain/person-key'
import { makeSend, newPhone, rowOf } from './fixtures/send'
import { expect, test } from './fixtures/test'

const named = (name: string) => ({
  body: name,
  button: 'Ver opções',
  sections: [{ rows: [rowOf('Boleto'), rowOf('Segunda via')] }],
})

/** A Send whose people have tapped its first row, so many hours ago each. */
async function makeAnswered(db: pg.Client, name: string, hoursAgo: number[]) {
  const people = hoursAgo.map(() => newPhone())
  const { id, recipients } = await makeSend(
    db,
    people.map((phone) => ({ phone, status: 'read' })),
    { message: named(name) },
  )
  await db.query(`update send set state = 'finished', finished_at = now() where id = $1`, [id])
  for (const [i, phone] of people.entries()) {
    await db.query(
      `with answer as (
         update recipient set replied_at = now() - $2::float8 * interval '1 hour', chose_at = now(), chose_row_id = 'boleto'
         where id = $1 returning person, phone, replied_at
       ), written as (
         insert into contact (id, person, phone, name, search_text, last_inbound_at, updated_at)
         select gen_random_uuid(), person, phone, $3, lower($3), replied_at, now() from answer
       )
       insert into inbound_message (wamid, gateway, person, kind, type, sent_at, recipient_id, send_id, row_id)
       select gen_random_uuid()::text, 'sandbox', person, 'listReply', 'interactive', replied_at, $1, $4, 'boleto' from answer`,
      [recipients[i], hoursAgo[i], `Bia ${phone.slice(-4)}`, id],
    )
  }
  return { id, people: people.map(toPersonKey) }
}

test('the start page leads to what waits for a person', async ({ page, db, checkAccessibility }) => {
  const name = `Pesquisa ${randomUUID().slice(0, 8)}`
  const waiting = newPhone()
  const { id } = await makeSend(db, [{ phone: newPhone(), status: 'failed', errorCode: 131026 }], {
    message: named(name),
  })
  // Somebody is left: a paused Send with nobody to do for is over.
  await db.query(
    `with paused as (
       update send set state = 'paused', paused_why = 'brake', paused_code = 131026, finished_at = null, recipient_count = 2
       where id = $1 returning id
     )
     insert into recipient (send_id, phone, person, status) select id, $2, $3, 'queued' from paused`,
    [id, waiting, toPersonKey(waiting)],
  )
  await page.goto('/')
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Início' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  const today = page.getByRole('region', { name: 'Envios de hoje' })
  await expect(today.getByRole('listitem').filter({ hasText: name })).toContainText('Pausado pelo freio')
  await expect(page.getByRole('table', { name: 'Mensagens por dia do envio' }).getByRole('row')).toHaveCount(15)
  await checkAccessibility()
  await page
    .getByRole('region', { name: 'Precisa de você' })
    .getByRole('link', { name: `${name} está pausado` })
    .click()
  await expect(page).toHaveURL(`/sends/${id}`)
})

test('from a row to its people, and to the next list while their window is open', async ({
  page,
  db,
  checkAccessibility,
}) => {
  const name = `Menu ${randomUUID().slice(0, 8)}`
  const { id } = await makeAnswered(db, name, [1, 21.5, 30])
  await page.goto(`/choices?send=${id}`)
  await page.getByRole('button', { name: 'Pessoas de “Boleto”: o que fazer' }).press('Enter')
  const clock = /Janela aberta de 2 de 3 pessoas · a primeira fecha em 2 h (29|30) min/
  await expect(page.getByRole('menu')).toContainText(clock)
  await page.getByRole('menuitem', { name: 'Enviar a próxima lista…' }).press('Enter')

  await expect(page).toHaveURL(/\/sends\/new\?from=send/)
  const people = page.getByRole('region', { name: 'Destinatários' })
  await expect(people.getByRole('tab', { name: 'Quem respondeu' })).toHaveAttribute('aria-selected', 'true')
  await expect(people.getByLabel('Em qual envio')).toContainText(name)
  await expect(people.getByLabel('O que fizeram').getByRole('option', { selected: true })).toHaveText(
    'Escolheram “Boleto” (3)',
  )
  await expect(people).toContainText(clock)
  await checkAccessibility()
  await people.getByRole('button', { name: 'Usar estas 3 pessoas' }).click()
  await expect(people).toContainText(`Quem escolheu “Boleto” em ${name}`)
  await expect(people).toContainText('3 linhas')
})

test('who chose a row is tagged, and kept as an audience that says so in words', async ({
  page,
  db,
  checkAccessibility,
}) => {
  const name = `Menu ${randomUUID().slice(0, 8)}`
  const { id, people } = await makeAnswered(db, name, [1, 2])
  const tag = `Boleto ${randomUUID().slice(0, 6)}`
  await page.goto(`/choices?send=${id}`)
  const actions = page.getByRole('button', { name: 'Pessoas de “Boleto”: o que fazer' })
  await actions.press('Enter')
  await page.getByRole('menuitem', { name: 'Etiquetar…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Etiquetar pessoas' })
  await expect(dialog).toContainText('2 pessoas agora.')
  await checkAccessibility()
  await page.keyboard.type(tag)
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Etiquetar', exact: true }).click()
  await expect(dialog).toBeHidden()
  const { rows } = await db.query('select person from contact where $1 = any(tags) order by person', [tag])
  expect(rows.map(({ person }) => person)).toEqual([...people].sort())

  await actions.press('Enter')
  await page.getByRole('menuitem', { name: 'Salvar como público…' }).click()
  const saving = page.getByRole('dialog', { name: 'Salvar como público' })
  await saving.getByLabel('Nome').fill(`Quem quer ${tag}`)
  await saving.getByRole('button', { name: 'Criar público' }).click()
  await expect(saving).toBeHidden()
  await page.goto('/contacts/audiences')
  const line = page.getByRole('listitem').filter({ hasText: `Quem quer ${tag}` })
  await expect(line).toContainText(`Que escolheram “Boleto” em ${name}`)
  await expect(line).toContainText('2 pessoas')
})
