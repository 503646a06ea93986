import { countSends, MESSAGE, makeSend, makeTemplate, newPhone, sendTo, shown } from './fixtures/send'
import { expect, test } from './fixtures/test'

const unique = () => `Oferta ${Math.random().toString(36).slice(2, 10)}`

test('what was sent is found in the history, exactly as it was, whatever became of its template', async ({
  page,
  db,
}) => {
  const phone = newPhone()
  const body = unique()
  const { template, sendId } = await sendTo(page, db, [phone], { ...MESSAGE, body })
  await db.query(
    `update list_template set name = 'Outro nome', version = 2, draft = jsonb_set(draft, '{body}', '"Outro texto"') where id = $1`,
    [template.id],
  )

  await page.goto('/sends')
  await page.getByLabel('Buscar por texto ou telefone').fill(body.toUpperCase())
  await expect(page).toHaveURL(/[?&]q=/)
  const line = page.getByRole('row', { name: body })
  await expect(line).toContainText(shown(phone))
  await expect(line).toContainText('Aceita')
  await expect(line).toContainText('Outro nome')
  await line.getByRole('link', { name: body }).click()

  await expect(page).toHaveURL(new RegExp(`/sends/${sendId}$`))
  const phoneShown = page.getByRole('region', { name: 'Prévia' })
  await expect(phoneShown.getByText(body)).toBeVisible()
  await expect(page.getByText('Outro texto')).toBeHidden()
  await phoneShown.getByRole('button', { name: 'Ver produtos' }).click()
  await expect(phoneShown.getByText('Smartphone X')).toBeVisible()

  await expect(page.getByText('versão 1; hoje está na 2')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: /^Aceita/ })).toBeVisible()
  await expect(page.getByRole('group', { name: 'JSON' })).toContainText(`"to": "${phone.slice(1)}"`)
  await page.getByRole('tab', { name: 'Resposta' }).click()
  await expect(page.getByRole('group', { name: 'Resposta' })).toContainText('wamid.')

  await page.getByRole('link', { name: 'Duplicar para o editor' }).click()
  await expect(page.getByLabel('Corpo da mensagem')).toHaveValue(body)
})

test('the history is searched by a part of a phone, and filtered; the address keeps it all', async ({ page, db }) => {
  const [taken, refused] = [newPhone(), newPhone('1026')]
  const body = unique()
  const message = { ...MESSAGE, body }
  await makeSend(db, [{ phone: taken, status: 'accepted' }], { message })
  await makeSend(db, [{ phone: refused, status: 'failed', errorCode: 131026 }], { message })

  await page.goto('/sends')
  const rows = page.getByRole('table', { name: 'Lista de envios' }).getByRole('row').filter({ hasText: body })
  await page.getByLabel('Buscar por texto ou telefone').fill(`${taken.slice(5, 10)}-${taken.slice(10)}`)
  await expect(rows).toHaveCount(1)
  await page.getByLabel('Buscar por texto ou telefone').fill(body)
  await expect(rows).toHaveCount(2)
  await page.getByLabel('Situação').selectOption('Falhou')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(shown(refused))
  await page.getByRole('button', { name: /^Período/ }).click()
  await page.getByRole('button', { name: 'Hoje' }).click()
  await expect(page).toHaveURL(/status=failed/)
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d/)
  await page.reload()
  await expect(rows).toHaveCount(1)
  await expect(page.getByLabel('Buscar por texto ou telefone')).toHaveValue(body)

  await page.getByLabel('Buscar por texto ou telefone').fill('100% nada_disto')
  await expect(page.getByText('Nada encontrado')).toBeVisible()
  await page.getByRole('button', { name: 'Limpar filtros' }).last().click()
  await expect(page).toHaveURL(/\/sends$/)
  await expect(rows).toHaveCount(2)
})

test('the history is filtered by template and by sender', async ({ page, db, own }) => {
  const template = await makeTemplate(db)
  await makeSend(db, [{ phone: newPhone(), status: 'accepted' }], { template, by: own })
  await makeSend(db, [{ phone: newPhone(), status: 'accepted' }], { template })
  await page.goto('/sends')
  await page.getByLabel('Modelo', { exact: true }).selectOption(template.name)
  const rows = page.getByRole('table').getByRole('row').filter({ hasText: template.name })
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3)
  await page.getByLabel('Quem enviou').selectOption(own.name)
  await expect(page).toHaveURL(/sender=/)
  await expect(rows).toHaveCount(1)
})

test('the history goes on by page', async ({ page, db }) => {
  const body = unique()
  await db.query(
    `insert into send (id, idempotency_key, message, search_text, gateway, recipient_count, created_at)
     select gen_random_uuid(), $1 || i, jsonb_build_object('body', $1::text, 'button', 'Ver', 'sections', '[]'::jsonb), lower($1), 'sandbox', 0, '2026-01-01T12:00:00Z'
     from generate_series(1, 65) i`,
    [body],
  )
  await page.goto(`/sends?q=${encodeURIComponent(body)}`)
  const rows = page.getByRole('table').getByRole('row').filter({ hasText: body })
  await expect(rows).toHaveCount(30)
  await page.getByRole('button', { name: 'Carregar mais' }).click()
  await expect(rows).toHaveCount(60)
  await page.getByRole('button', { name: 'Carregar mais' }).click()
  await expect(rows).toHaveCount(65)
  await expect(page.getByRole('button', { name: 'Carregar mais' })).toBeHidden()
})

test('an uncertain one is sent again only after the warning, and once however often it is pressed', async ({
  page,
  db,
  received,
}) => {
  const phone = newPhone('0415')
  const { id } = await makeSend(db, [{ phone, status: 'unconfirmed', unknownWhy: 'unreadable' }])
  await page.goto(`/sends/${id}`)
  await expect(page.getByText('A resposta veio ilegível')).toBeVisible()
  await page.getByRole('button', { name: 'Enviar mesmo assim' }).click()
  const warning = page.getByRole('alertdialog', { name: 'Talvez a pessoa já tenha recebido' })
  await expect(warning).toContainText(shown(phone))
  await warning.getByRole('button', { name: 'Cancelar' }).click()
  expect(await countSends(db, phone)).toBe(1)

  await page.getByRole('button', { name: 'Enviar mesmo assim' }).click()
  await warning.getByRole('button', { name: 'Enviar mesmo assim' }).dblclick()
  await expect(page.getByText('Este é um reenvio de uma mensagem anterior.')).toBeVisible()
  expect(await countSends(db, phone)).toBe(2)
  await expect.poll(() => received(phone)).toHaveLength(1)

  await page.getByRole('link', { name: 'Ver o original' }).click()
  await expect(page).toHaveURL(new RegExp(`/sends/${id}$`))
  await expect(page.getByRole('link', { name: 'Ver o reenvio' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Enviar mesmo assim' })).toBeHidden()
})

test('a failed one is tried again at once', async ({ page, db }) => {
  const phone = newPhone('1026')
  const { id } = await makeSend(db, [{ phone, status: 'failed', errorCode: 131026 }])
  await page.goto(`/sends/${id}`)
  await page.getByRole('button', { name: 'Tentar de novo' }).click()
  await expect(page.getByText('Este é um reenvio de uma mensagem anterior.')).toBeVisible()
  expect(await countSends(db, phone)).toBe(2)
})

test('a Send to several shows its people by status, each with what became of them', async ({ page, db }) => {
  const { id } = await makeSend(db, [
    { phone: newPhone(), status: 'accepted' },
    { phone: newPhone(), status: 'accepted' },
    { phone: newPhone(), status: 'failed', errorCode: 131047 },
  ])
  await page.goto(`/sends/${id}`)
  const people = page.getByRole('list', { name: 'Pessoas' }).getByRole('listitem')
  await expect(people).toHaveCount(3)
  await page.getByRole('link', { name: /^Falhas/ }).click()
  await expect(people).toHaveCount(1)
  await people.getByRole('link').click()
  await expect(page.getByText('Código 131047')).toBeVisible()
  await page.getByRole('link', { name: 'Voltar ao envio' }).click()
  await expect(people).toHaveCount(3)
})

test('a Send that the account’s refusal holds up says so, and goes on when a person says so', async ({ page, db }) => {
  const { id } = await makeSend(db, [{ phone: newPhone(), status: 'accepted' }])
  // To stop a gateway in earnest would stop it for every other journey too.
  let isStopped = true
  await page.route(`**/api/sends/${id}`, async (route) => {
    if (!isStopped) return route.continue()
    const response = await route.fetch()
    const send = await response.json()
    await route.fulfill({ response, json: { ...send, gateway: 'vectalk', counts: { queued: 1 }, stoppedCode: 190 } })
  })
  await page.clock.install()
  await page.goto(`/sends/${id}`)
  const alert = page.getByRole('status').filter({ hasText: 'O envio está parado' })
  // A Send at rest is asked about three times a minute.
  await expect(async () => {
    await page.clock.runFor(21_000)
    await expect(alert).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(alert).toContainText('O token de acesso venceu ou foi cancelado (190)')
  isStopped = false
  await alert.getByRole('button', { name: 'Tentar de novo' }).press('Enter')
  await expect(alert).toBeHidden()
  const { rows } = await db.query("select stopped_code from gateway_pace where gateway = 'vectalk'")
  expect(rows.every((row) => row.stopped_code === null)).toBe(true)
})

test('an address that leads nowhere says so', async ({ page }) => {
  for (const address of ['/sends/x', '/sends/019aa0c4-8d5e-7cc3-9f0c-1f6f0e6f1a11']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Não encontramos este envio' })).toBeVisible()
  }
})

test('a small screen can do it all: filter, open, send again', async ({ page, db }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const phone = newPhone('1026')
  await makeSend(db, [{ phone, status: 'failed', errorCode: 131026 }])
  await page.goto('/sends')
  await page.getByRole('button', { name: 'Filtros' }).click()
  await page.getByLabel('Situação').selectOption('Falhou')
  await page.getByLabel('Buscar por texto ou telefone').fill(shown(phone))
  const card = page.getByRole('list', { name: 'Lista de envios' }).getByRole('listitem')
  await expect(card).toHaveCount(1)
  await card.getByRole('link').click()
  await page.getByRole('button', { name: 'Tentar de novo' }).click()
  await expect(page.getByText('Este é um reenvio de uma mensagem anterior.')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

for (const locale of ['pt-BR', 'en'] as const)
  test.describe(`in ${locale}`, () => {
    test.use({ locale })
    test('the history and a Send are accessible', async ({ page, db, checkAccessibility }) => {
      const one = await makeSend(db, [{ phone: newPhone(), status: 'unconfirmed', unknownWhy: 'reset' }])
      const several = await makeSend(db, [
        { phone: newPhone(), status: 'accepted' },
        { phone: newPhone(), status: 'failed', errorCode: 131026 },
      ])
      for (const address of [
        '/sends',
        '/sends?q=nada-disto-existe',
        `/sends/${one.id}`,
        `/sends/${several.id}`,
        `/messages/${several.recipients[1]}`,
      ]) {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await checkAccessibility()
      }
    })
  })
