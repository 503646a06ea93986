import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type pg from 'pg'
import type { ListMessage } from '../lib/domain/list-message'
import { makeTemplate } from './fixtures/send'
import { expect, test } from './fixtures/test'

const message = (first: string): ListMessage => ({
  header: 'Casa das Tintas',
  body: 'Como podemos ajudar?',
  button: 'Ver opções',
  sections: [
    {
      title: 'Financeiro',
      rows: [
        { id: 'via', title: first, description: 'Receba o código de barras' },
        { id: 'prazo', title: 'Mais prazo' },
      ],
    },
    { title: 'Atendimento', rows: [{ id: 'gente', title: 'Falar com gente' }] },
  ],
})

type Played = { people: number; chose: Record<string, number>; typed?: string[] }

/** A Send that people have answered: all of them got and read it; who neither chose nor typed was silent. */
async function playSend(
  db: pg.Client,
  made: ListMessage,
  { people, chose, typed = [] }: Played,
  template?: string,
  version = 1,
) {
  const id = randomUUID()
  await db.query(
    `insert into send (id, idempotency_key, message, search_text, gateway, recipient_count, template_id, template_version, state)
     values ($1::uuid, $1, $2, '', 'sandbox', $3, $4, $5, 'finished')`,
    [id, JSON.stringify(made), people, template ?? null, template ? version : null],
  )
  const rows = Object.entries(chose).flatMap(([row, count]) => Array<string>(count).fill(row))
  await db.query(
    `insert into recipient (send_id, phone, person, status, settled_at, delivered_at, read_at, replied_at, chose_row_id, chose_at)
     select $1::uuid, '+55' || n, $1::uuid::text || n, 'read', now(), now(), now(),
       case when n <= $3 then now() + interval '40 s' end, ($2::text[])[n],
       case when n <= cardinality($2::text[]) then now() + interval '40 s' end
     from generate_series(1, $4::int) n`,
    [id, rows, rows.length + typed.length, people],
  )
  await db.query(
    `insert into inbound_message (wamid, gateway, person, kind, type, sent_at, send_id, text)
     select gen_random_uuid()::text, 'sandbox', 'p' || n, 'text', 'text', now(), $1::uuid, t
     from unnest($2::text[]) with ordinality as x (t, n)`,
    [id, typed],
  )
  return id
}

test('what people chose stands on the phone, in a table and in a file, with what they typed instead', async ({
  page,
  db,
  checkAccessibility,
}) => {
  const typed = ['boleto', 'Boleto!', 'o boleto', 'BOLETO', 'mais prazo']
  const sendId = await playSend(db, message('Segunda via'), {
    people: 100,
    chose: { via: 40, prazo: 10, gente: 5 },
    typed,
  })
  await page.goto(`/choices?send=${sendId}`)
  const phone = page.getByRole('region', { name: 'A mensagem, com as escolhas' })
  await expect(phone.getByText('40 escolhas, 67%, em 40 s')).toBeAttached()
  await expect(phone.getByText('50 · 83% · 40 s')).toBeVisible()
  await expect(phone.getByRole('radio')).toHaveCount(0)

  const row = page.getByRole('row', { name: /Segunda via/ })
  await expect(row).toContainText('40 · 67%')
  await expect(row).toContainText('entre 54% e 77%')
  await page.getByRole('radio', { name: 'De quem recebeu' }).click()
  await expect(row).toContainText('40 · 40%')
  await expect(page).toHaveURL(/base=got/)
  await page.getByRole('button', { name: 'Opção', exact: true }).click()
  await expect(page.getByRole('rowheader').first()).toContainText('Falar com gente')
  await expect(page.getByRole('columnheader', { name: 'Opção' })).toHaveAttribute('aria-sort', 'ascending')

  await expect(page.getByText('45 pessoas leram e não escolheram: 45% de 100.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Leram e não responderam: 40' })).toHaveAttribute(
    'href',
    new RegExp(`send=${sendId}.*status=read.*replied=no`),
  )
  const answers = page.getByRole('region', { name: 'O que digitaram' }).getByRole('listitem')
  await expect(answers.first()).toContainText('4 vezes')
  await expect(answers.first()).toContainText('falta essa opção?')
  await expect(answers.nth(1)).toContainText('É a opção “Mais prazo”')
  await checkAccessibility()

  const csv = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Baixar CSV' }).click()
  const lines = readFileSync(await (await csv).path(), 'utf8').split('\r\n')
  expect(lines[0]).toMatch(/^\ufeffID da opção;Título;/)
  expect(lines[1]).toContain('via;Segunda via;Receba o código de barras;;Financeiro;1;40;66,67;')

  const picture = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Baixar imagem (PNG)' }).click()
  expect((await picture).suggestedFilename()).toBe('escolhas-casa-das-tintas.png')
})

test('two versions stand side by side: what differs is told, and what may be chance is not', async ({
  page,
  db,
  checkAccessibility,
}) => {
  const template = await makeTemplate(db, message('Segunda via'))
  await playSend(db, message('Segunda via'), { people: 400, chose: { via: 100, prazo: 30, gente: 60 } }, template.id, 1)
  await playSend(db, message('2ª via do boleto'), { people: 400, chose: { via: 180, prazo: 31 } }, template.id, 2)
  await page.goto(`/choices?template=${template.id}`)
  await expect(page.getByText('2 envios · 800 mensagens')).toBeVisible()
  await expect(page.getByText('Já se chamou: Segunda via')).toBeVisible()

  await page.getByLabel('Versão', { exact: true }).selectOption('2')
  await page.getByLabel('Comparar com').selectOption('1')
  await expect(page).toHaveURL(/version=2.*compare=1/)
  await expect(page.getByRole('region', { name: 'A mensagem A, com as escolhas' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'A mensagem B, com as escolhas' })).toBeVisible()
  await page.getByRole('radio', { name: 'De quem recebeu' }).click()
  await expect(page.getByRole('row', { name: /2ª via do boleto/ })).toContainText(/A teve mais, entre \d+ e \d+ pontos/)
  await expect(page.getByRole('row', { name: /Mais prazo/ })).toContainText('Sem diferença que se possa ver.')
  await expect(page.getByRole('row', { name: /Falar com gente/ })).toContainText(/B teve mais/)
  await checkAccessibility()
  await page.getByRole('button', { name: 'Parar de comparar' }).click()
  await expect(page.getByRole('region', { name: 'A mensagem, com as escolhas' })).toBeVisible()
})
