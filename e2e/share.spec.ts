import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { openCompose } from './fixtures/editor'
import { MESSAGE } from './fixtures/send'
import { makeShareLink } from './fixtures/share'
import { expect, test } from './fixtures/test'

const tools = (page: Page) => page.getByRole('button', { name: 'Imagem e compartilhamento' })

async function openList(page: Page) {
  const editor = await openCompose(page)
  await editor.header.fill('Loja Aurora ✨')
  await editor.body.fill('Olá! *Escolha* um produto 🎧:')
  await editor.button.fill('Ver produtos')
  await editor.rowTitle(1, 1).fill('Fone Bluetooth')
  await editor.rowId(1, 1).fill('codigo_interno_40')
  return editor
}

/** A PNG's size, and how many colours stand in a grid of its pixels, by the browser's own reading of it. */
const lookAt = (page: Page, base64: string) =>
  page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const { width, height } = image
    const { data: pixels } = context.getImageData(0, 0, width, height)
    const at = (x: number, y: number) => {
      const start = 4 * (Math.floor(y) * width + Math.floor(x))
      return pixels.slice(start, start + 4)
    }
    const colours = new Set<string>()
    for (let x = 0; x < 40; x++) {
      for (let y = 0; y < 80; y++) colours.add(at((x * width) / 40, (y * height) / 80).join())
    }
    return { width, height, colours: colours.size, corner: at(1, 1)[3] }
  }, base64)

async function download(page: Page) {
  await tools(page).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Baixar imagem (PNG)' }).click(),
  ])
  const bytes = readFileSync(await file.path())
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  return { name: file.suggestedFilename(), bytes, ...(await lookAt(page, bytes.toString('base64'))) }
}

test('the phone’s picture is downloaded as it looks, bubble or open sheet, in the skin that is shown', async ({
  page,
}) => {
  const refused: string[] = []
  page.on('console', (message) => /Content Security Policy/i.test(message.text()) && refused.push(message.text()))
  const editor = await openList(page)
  const bubble = await download(page)
  expect(bubble.name).toBe('loja-aurora-android.png')
  // Three pixels for each of CSS, with a margin for the shadow; nothing of the app around it.
  expect(bubble.width).toBeGreaterThan(900)
  expect(bubble.width).toBeLessThan(1400)
  expect(bubble.height).toBeGreaterThan(bubble.width)
  expect(bubble.colours).toBeGreaterThan(12)
  expect(bubble.corner).toBe(0)

  await editor.preview.getByRole('button', { name: 'Ver produtos' }).click()
  const sheet = await download(page)
  await expect(editor.preview.getByRole('dialog')).toBeVisible()
  expect(sheet.bytes.equals(bubble.bytes)).toBe(false)
  expect(sheet.width).toBe(bubble.width)

  await editor.preview.getByRole('button', { name: 'Aparelho: Android' }).click()
  await page.getByRole('menuitemradio', { name: 'iPhone' }).click()
  expect((await download(page)).name).toBe('loja-aurora-iphone.png')
  expect(refused).toEqual([])
})

test('the picture is drawn and copied on a small screen, and a browser that will not copy offers the file', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openList(page)
  await page.getByRole('tab', { name: 'Prévia' }).click()
  expect((await download(page)).colours).toBeGreaterThan(12)

  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await tools(page).click()
  await page.getByRole('menuitem', { name: 'Copiar imagem' }).click()
  await expect(page.getByText('Imagem copiada')).toBeVisible()
  expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)).toContain('image/png')

  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await tools(page).click()
  await page.getByRole('menuitem', { name: 'Copiar imagem' }).click()
  await expect(page.getByText('O navegador não deixou copiar a imagem.')).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Baixar imagem (PNG)' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('loja-aurora-android.png')
})

test('a picture that fails is told, and made when tried again', async ({ page }) => {
  await openList(page)
  await page.evaluate(() => {
    const real = HTMLCanvasElement.prototype.toBlob
    HTMLCanvasElement.prototype.toBlob = (callback) => {
      HTMLCanvasElement.prototype.toBlob = real
      callback(null)
    }
  })
  await tools(page).click()
  await page.getByRole('menuitem', { name: 'Baixar imagem (PNG)' }).click()
  await expect(page.getByText('Não deu para fazer a imagem.')).toBeVisible()
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tentar de novo' }).click()])
})

async function share(page: Page, days = '7 dias') {
  await tools(page).click()
  await page.getByRole('menuitem', { name: 'Compartilhar…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compartilhar para aprovação' })
  await dialog.getByRole('radio', { name: days }).click()
  await dialog.getByRole('button', { name: 'Criar link' }).click()
  const field = dialog.getByRole('textbox', { name: 'Link criado' })
  await expect(field).toBeFocused()
  return { dialog, link: await field.inputValue() }
}

test('an unsaved list is shared: a stranger tries the message, sees nothing else, and loses it once it is revoked', async ({
  page,
  browser,
  db,
  checkAccessibility,
}) => {
  await openList(page)
  const { dialog, link } = await share(page, '30 dias')
  expect(link).toMatch(/\/share\/[\w-]{43}$/)
  await checkAccessibility()

  const context = await browser.newContext({ locale: 'en-GB' })
  const stranger = await context.newPage()
  const response = await stranger.goto(link)
  expect(response?.status()).toBe(200)
  expect(response?.headers()).toMatchObject({
    'referrer-policy': 'no-referrer',
    'cache-control': expect.stringContaining('no-store'),
    'x-robots-tag': expect.stringContaining('noindex'),
  })
  const source = (await response?.text()) ?? ''
  const { rows } = await db.query(
    `select l.id, u.id as user, u.name, u.email from share_link l join "user" u on u.id = l.created_by_id where token_hash = $1`,
    [createHash('sha256').update(link.slice(-43)).digest('hex')],
  )
  expect(rows).toHaveLength(1)
  for (const kept of ['codigo_interno_40', ...Object.values(rows[0] as Record<string, string>)]) {
    expect(source.includes(`"${kept}"`) || source.includes(`>${kept}<`), kept).toBe(false)
  }

  await expect(stranger.getByRole('heading', { name: 'Message for approval' })).toBeVisible()
  await expect(stranger.getByRole('navigation')).toHaveCount(0)
  await stranger.getByRole('radio', { name: 'iPhone' }).click()
  await stranger.getByRole('radio', { name: 'Dark' }).click()
  await expect(stranger.locator('.phone-device')).toHaveAttribute('data-skin', 'iphone')
  await checkAccessibility(stranger)
  await stranger.getByRole('button', { name: 'Ver produtos' }).click()
  await stranger.getByRole('dialog').getByText('Fone Bluetooth').click()
  await stranger.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(stranger.getByRole('button', { name: 'Start again' })).toBeVisible()
  await expect(stranger.getByText('Webhook', { exact: false })).toHaveCount(0)

  await page.reload()
  await tools(page).click()
  await page.getByRole('menuitem', { name: 'Compartilhar…' }).click()
  const item = dialog.getByRole('listitem').filter({ hasText: 'Loja Aurora ✨' }).first()
  await expect(item).toContainText('1 visualização')
  await expect(dialog).not.toContainText(link.slice(-43))
  await item.getByRole('button', { name: /^Revogar/ }).click()
  await expect(item).toContainText('Revogado')
  await checkAccessibility()

  const gone = await stranger.reload()
  expect(gone?.status()).toBe(404)
  await expect(stranger.getByText('This link is not available')).toBeVisible()
  await checkAccessibility(stranger)
  await context.close()
})

test.describe('to a stranger', () => {
  test.use({ person: null })

  test('an expired link, a revoked one and one that never was are the same', async ({ request, db }) => {
    const expired = await makeShareLink(db, MESSAGE, '-1 second')
    const revoked = await makeShareLink(db)
    await db.query('update share_link set revoked_at = now() where id = $1', [revoked.id])
    const paths = [expired.path, revoked.path, `/share/${'A'.repeat(43)}`]
    const answers = await Promise.all(paths.map((path) => request.get(path)))
    expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404])
    // What differs of itself: the address asked for, and the nonce of the answer.
    const texts = await Promise.all(
      answers.map(async (answer, i) =>
        (await answer.text())
          .replaceAll(paths[i]?.slice(7) ?? '', '')
          .replace(/nonce="[^"]+"|"nonce":"[^"]+"|\\"nonce\\":\\"[^"]+\\"/g, ''),
      ),
    )
    expect(texts[0]).toContain('Este link não está disponível')
    expect(texts[1]).toHaveLength(texts[0]?.length ?? 0)
    expect(texts[2]).toHaveLength(texts[0]?.length ?? 0)
  })

  test('only who looks is counted', async ({ request, page, db }) => {
    const { id, path } = await makeShareLink(db)
    const count = async () =>
      (await db.query('select view_count from share_link where id = $1', [id])).rows[0]?.view_count
    expect((await request.head(path)).status()).toBe(200)
    expect((await request.get(path, { headers: { 'user-agent': 'WhatsApp/2.25.10 A' } })).status()).toBe(200)
    await page.goto(path)
    await expect.poll(count).toBe(1)
  })
})
