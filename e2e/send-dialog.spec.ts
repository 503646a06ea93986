import { toPayload } from '../lib/domain/list-message-payload'
import { SANDBOX_SCENARIOS } from '../lib/domain/sandbox-scenarios'
import { countSends, MESSAGE, makeTemplate, newPhone, openReview, sendTo, shown } from './fixtures/send'
import { expect, test } from './fixtures/test'

test('a list sent to one person arrives as it was reviewed, to the byte, and its outcome is shown', async ({
  page,
  db,
  received,
}) => {
  const phone = newPhone()
  await openReview(page, db)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Enviar agora' })).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByLabel('Destinatários').fill(phone.slice(3))
  await expect(dialog.getByText('Vai para 1 pessoa')).toBeVisible()
  const shownAs = (name: string) => dialog.getByRole('group', { name })
  await expect(shownAs('JSON')).toContainText(`"to": "${phone.slice(1)}"`)
  const json = await shownAs('JSON').innerText()
  await dialog.getByRole('tab', { name: 'cURL' }).click()
  await expect(shownAs('cURL')).toContainText('Bearer $VECTALK_TOKEN')
  await dialog.getByRole('button', { name: 'Enviar agora' }).click()
  await expect(dialog.getByText('Aceita pelo ambiente de teste')).toBeVisible()

  const [only, ...others] = received(phone)
  expect(others).toEqual([])
  expect(only?.body).toBe(JSON.stringify(JSON.parse(json)))
  expect(JSON.parse(json)).toEqual(toPayload(MESSAGE, phone))
  await expect(dialog.getByText(only?.waMessageId ?? '')).toBeVisible()
})

test('numbers are understood as they are typed, told apart, and refused in words when there are too many', async ({
  page,
  db,
}) => {
  await openReview(page, db)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Destinatários').fill('11 98888-7001; (11) 98888-7001, Ana\n+1 212 555 2368\n11 9')
  const numbers = dialog.getByRole('list', { name: 'Números lidos' }).getByRole('listitem')
  await expect(numbers).toHaveText([
    /\+55 11 98888-7001\s*com o 55 que faltava/,
    /\+55 11 98888-7001\s*repetido/,
    /Ana não é um número/,
    /\+1 212 555-2368/,
    /11 9 faltam dígitos/,
  ])
  await expect(dialog.getByText('Vai para 2 pessoas · 2 números ficam de fora')).toBeVisible()
  await dialog.getByLabel('Destinatários').blur()
  await dialog.getByRole('button', { name: 'Deixar só os válidos' }).click()
  await expect(dialog.getByLabel('Destinatários')).toHaveValue('+55 11 98888-7001\n+1 212 555-2368')

  const phones = Array.from({ length: 101 }, (_, i) => `11 98888-${7000 + i}`)
  await dialog.getByLabel('Destinatários').fill(phones.join('\n'))
  await expect(dialog.getByText('No máximo 100 pessoas por vez; há 101.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Enviar agora' })).toHaveAttribute('aria-disabled', 'true')
})

test('a problem of the list leads to its field, and the numbers typed are kept', async ({ page, db }) => {
  await openReview(page, db, { ...MESSAGE, button: '' })
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Destinatários').fill('11 98888-7001')
  await expect(dialog.getByText('Corrija o que falta na lista para enviar.')).toBeVisible()
  await dialog.getByRole('button', { name: /^Texto do botão:/ }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('Texto do botão')).toBeFocused()
  await page.getByLabel('Texto do botão').fill('Ver')
  await page.getByRole('button', { name: 'Revisar e enviar' }).click()
  await expect(dialog.getByLabel('Destinatários')).toHaveValue('11 98888-7001')
  await expect(dialog.getByText('Vai para 1 pessoa')).toBeVisible()
})

test('a double click sends once; the same again on purpose is possible, after being told of the first', async ({
  page,
  db,
  received,
}) => {
  const phone = newPhone()
  await openReview(page, db)
  await page.getByLabel('Destinatários').fill(phone)
  await page.getByRole('button', { name: 'Enviar agora' }).dblclick()
  await expect(page.getByText('Aceita pelo ambiente de teste')).toBeVisible()
  expect(await countSends(db, phone)).toBe(1)
  expect(received(phone)).toHaveLength(1)

  await page.getByRole('button', { name: 'Enviar para outra pessoa' }).click()
  await page.getByLabel('Destinatários').fill(phone)
  await expect(page.getByText(/Esta mesma lista já foi enviada/)).toBeVisible()
  await page.getByRole('button', { name: 'Enviar agora' }).click()
  await expect(page.getByText('Aceita pelo ambiente de teste')).toBeVisible()
  expect(received(phone)).toHaveLength(2)
})

test('two tabs that press for the same list and person send once, and the second is told', async ({
  page,
  db,
  context,
  received,
}) => {
  const phone = newPhone()
  const template = await openReview(page, db)
  await page.getByLabel('Destinatários').fill(phone)
  const other = await context.newPage()
  await other.goto(`/templates/${template.id}`)
  await other.getByRole('button', { name: 'Revisar e enviar' }).click()
  await other.getByLabel('Destinatários').fill(phone)
  await expect(other.getByText('Vai para 1 pessoa')).toBeVisible()

  await Promise.all([page, other].map((tab) => tab.getByRole('button', { name: 'Enviar agora' }).click()))
  for (const tab of [page, other]) await expect(tab.getByText('Aceita pelo ambiente de teste')).toBeVisible()
  const told = await Promise.all([page, other].map((tab) => tab.getByText('nada saiu pela segunda vez').count()))
  expect(told.sort()).toEqual([0, 1])
  expect(await countSends(db, phone)).toBe(1)
  expect(received(phone)).toHaveLength(1)
})

test('an answer lost on its way is asked for again, and nothing goes out twice', async ({ page, db, received }) => {
  const phone = newPhone()
  await openReview(page, db)
  await page.getByLabel('Destinatários').fill(phone)
  // The press arrives and is recorded; its answer never comes back, and for a while nothing gets through.
  let lost = 0
  let isDown = true
  await page.route('**/templates/**', async (route) => {
    if (route.request().method() !== 'POST' || !isDown) return route.fallback()
    lost += 1
    if (lost === 1) await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByRole('button', { name: 'Enviar agora' }).click()
  await expect(page.getByText('A conexão caiu')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tentar agora' })).toBeEnabled()
  isDown = false
  await expect(page.getByText('nada saiu pela segunda vez')).toBeVisible()
  await expect(page.getByText('Aceita pelo ambiente de teste')).toBeVisible()
  expect(lost).toBeGreaterThan(0)
  expect(await countSends(db, phone)).toBe(1)
  expect(received(phone)).toHaveLength(1)
})

test('a session that ended is told in the dialog, and nothing typed is lost', async ({
  page,
  db,
  context,
  world,
  own,
  received,
}) => {
  const phone = newPhone()
  await openReview(page, db)
  await page.getByLabel('Destinatários').fill(phone)
  await context.clearCookies({ name: /session_token/ })
  await page.getByRole('button', { name: 'Enviar agora' }).click()
  await expect(page.getByText('Sua sessão terminou antes do envio')).toBeVisible()
  await expect(page.getByLabel('Destinatários')).toHaveValue(phone)
  expect(await countSends(db, phone)).toBe(0)

  await page.getByRole('button', { name: 'Entrar e continuar' }).click()
  await page.getByLabel('E-mail').fill(own.email)
  await page.getByLabel('Senha').fill(world.admin.password)
  await page.getByRole('button', { name: 'Entrar', exact: true }).click()
  await expect(page.getByText('Aceita pelo ambiente de teste')).toBeVisible()
  expect(received(phone)).toHaveLength(1)
})

test('each failure that the stand-in plays is told in words', async ({ page, db }) => {
  const WORDS: Record<(typeof SANDBOX_SCENARIOS)[number]['name'], [status: string, words: string]> = {
    undeliverable: ['Falhou', 'não pôde ser entregue'],
    windowClosed: ['Falhou', 'Passaram mais de 24 horas'],
    // These pass: refused once, tried again by themselves.
    pairRate: ['Aceita', ''],
    throughput: ['Aceita', ''],
    serverErrorExplained: ['Aceita', ''],
    serverErrorBare: ['Incerta', 'falhou sem explicar'],
    slow: ['Incerta', 'não respondeu a tempo'],
    reset: ['Incerta', 'conexão caiu'],
    garbage: ['Incerta', 'ilegível'],
    noMessageId: ['Incerta', 'sem o número da mensagem'],
  }
  const people = SANDBOX_SCENARIOS.map(({ name, ending }) => ({ phone: newPhone(ending), words: WORDS[name] }))
  await sendTo(
    page,
    db,
    people.map(({ phone }) => phone),
  )
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(`Todas as ${people.length} concluídas`)).toBeVisible({ timeout: 45_000 })
  for (const { phone, words } of people) {
    const line = dialog.getByRole('link').filter({ hasText: shown(phone) })
    for (const word of words) await expect(line).toContainText(word)
  }
})

test('a refusal is told with its code, and an uncertain outcome with what will not happen', async ({ page, db }) => {
  await sendTo(page, db, [newPhone('1047')])
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Falhou', { exact: true })).toBeVisible()
  await expect(dialog.getByText('Código 131047')).toBeVisible()
  await page.getByRole('button', { name: 'Enviar para outra pessoa' }).click()
  await page.getByLabel('Destinatários').fill(newPhone('0415'))
  await page.getByRole('button', { name: 'Enviar agora' }).click()
  await expect(dialog.getByText('Incerta', { exact: true })).toBeVisible()
  await expect(dialog.getByText('A resposta veio ilegível')).toBeVisible()
  await expect(dialog.getByText('Não será enviada de novo sozinha.')).toBeVisible()
})

test('several people are followed one by one', async ({ page, db }) => {
  const [taken, refused] = [newPhone(), newPhone('1026')]
  await sendTo(page, db, [taken, refused])
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Todas as 2 concluídas')).toBeVisible()
  await expect(dialog.getByRole('link', { name: new RegExp(`\\${shown(taken)}.*Aceita`) })).toBeVisible()
  await dialog.getByRole('link', { name: new RegExp(`\\${shown(refused)}.*Falhou`) }).click()
  await expect(page.getByRole('heading', { name: `Para ${shown(refused)}` })).toBeVisible()
  await expect(page.getByText('Código 131026')).toBeVisible()
})

for (const locale of ['pt-BR', 'en'] as const)
  test.describe(`in ${locale}`, () => {
    test.use({ locale })
    test('the dialog is accessible, before and after the press', async ({ page, db, checkAccessibility }) => {
      const names = {
        'pt-BR': ['Revisar e enviar', 'Destinatários', 'Enviar agora', 'Ver o envio'],
        en: ['Review and send', 'Recipients', 'Send now', 'See the send'],
      }
      const [review = '', recipients = '', sendNow = '', see = ''] = names[locale]
      const { id } = await makeTemplate(db)
      await page.goto(`/templates/${id}`)
      await page.getByRole('button', { name: review }).click()
      await page.getByLabel(recipients).fill(`${newPhone('1026')}\n${newPhone()}\n11 9`)
      await page.getByLabel(recipients).blur()
      await checkAccessibility()
      await page.getByRole('button', { name: sendNow }).click()
      await expect(page.getByRole('link', { name: see })).toBeVisible()
      await checkAccessibility()
    })
  })
