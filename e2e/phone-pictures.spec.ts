import type { Page } from '@playwright/test'
import type { ListMessage } from '../lib/domain/list-message'
import { makeShareLink } from './fixtures/share'
import { expect, test } from './fixtures/test'

test.skip(
  process.platform !== 'linux',
  'the pictures were taken on Linux: elsewhere the same font is smoothed differently, and every one would differ',
)
test.use({ person: null, viewport: { width: 640, height: 740 }, deviceScaleFactor: 1, colorScheme: 'light' })

/** Nothing in it is drawn by a font of the machine: no emoji, no letter that Inter lacks. */
const message: ListMessage = {
  header: 'Loja Aurora',
  body: 'Olá, *Beatriz*!\nEscolha um produto para ver preço, prazo e _formas de pagamento_:\n- entrega em todo o Brasil\n- troca em até ~7~ 30 dias',
  footer: 'Estoque atualizado hoje',
  button: 'Ver produtos',
  sections: [
    {
      title: 'Eletrônicos',
      rows: [
        {
          id: 'a',
          title: 'Smartphone Aurora X',
          description: 'R$ 1.999,00 em até 12 vezes sem juros, com capa e fone',
        },
        { id: 'b', title: 'Fone Bluetooth', description: 'R$ 249,90' },
      ],
    },
    { title: 'Ajuda', rows: [{ id: 'c', title: 'Falar com um atendente' }] },
  ],
}

/** Texts that are cut everywhere: in the bubble, the sheet, the notification and the list. */
const longMessage: ListMessage = {
  header: 'Assistência técnica autorizada para toda a linha de produtos',
  body: Array.from({ length: 30 }, (_, n) => `Linha ${n + 1} de uma mensagem que não cabe inteira no telefone.`).join(
    '\n',
  ),
  button: 'Ver todos os produtos',
  sections: [
    {
      title: 'Linha completa de casa',
      rows: [
        {
          id: 'a',
          title: 'Smartphone Aurora X Max',
          description: 'R$ 1.999,00 em até 12 vezes sem juros, com capa, fone e carregador rápido',
        },
      ],
    },
  ],
}

type Look = { skin?: string; theme?: string; screen?: string; size?: string; width?: string; cuts?: boolean }

/** The address's own short names for them. */
const toSearch = ({ skin, theme, screen, size, width, cuts }: Look) =>
  new URLSearchParams({
    pt: theme ?? 'light',
    ...(skin && { ph: skin }),
    ...(screen && { pv: screen }),
    ...(size && { ps: size }),
    ...(width && { pw: width }),
    ...(cuts && { pc: 'true' }),
  })

/** Opens the phone with our own font, as the skins would take whatever the machine has. */
async function openPhone(page: Page, path: string, look: Look) {
  await page.goto(`${path}?${toSearch(look)}`)
  await page.addStyleTag({
    content: '.phone-device, .phone-device * { font-family: "Inter Variable" !important; caret-color: transparent; }',
  })
  await expect(page.getByRole('region', { name: 'Mensagem' }).locator('.phone-device')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'iPhone' })).toBeEnabled()
  await page.evaluate(async () => {
    await document.fonts.load('400 16px "Inter Variable"')
    await document.fonts.ready
  })
}

/** Another look of the phone that is open, as a way back to it gives it: by the address. */
async function look(page: Page, wanted: Look) {
  await page.evaluate(
    (search) => {
      history.replaceState(null, '', `?${search}`)
      window.dispatchEvent(new PopStateEvent('popstate'))
    },
    String(toSearch(wanted)),
  )
  const device = page.locator('.phone-device')
  await expect(device).toHaveAttribute('data-theme', wanted.theme ?? 'light')
  await expect(device).toHaveAttribute('data-skin', wanted.skin ?? 'android')
}

async function openSheet(page: Page) {
  await page.getByRole('button', { name: 'Ver produtos' }).click()
  const sheet = page.getByRole('dialog', { name: 'Ver produtos' })
  await sheet.getByText('Fone Bluetooth').click()
  return sheet
}

async function expectPicture(page: Page, name: string) {
  // Neither the focus ring nor the pointer belongs to the skin.
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await expect(page.locator('.phone-device')).toHaveScreenshot(`${name}.png`, {
    animations: 'disabled',
    // A bubble on its wallpaper differs by little: a looser eye would not see it grow by two pixels.
    threshold: 0.05,
    maxDiffPixelRatio: 0.001,
  })
}

for (const skin of ['android', 'iphone', 'web']) {
  test(`${skin} looks as it did: conversation, sheet and reply in both themes, notification and list`, async ({
    page,
    db,
  }) => {
    const { path } = await makeShareLink(db, message)
    const inBoth = async (part: string) => {
      for (const theme of ['light', 'dark']) {
        await look(page, { skin, theme })
        await expectPicture(page, `${skin}-${theme}-${part}`)
      }
    }
    await openPhone(page, path, { skin })
    await inBoth('chat')
    const sheet = await openSheet(page)
    await inBoth('sheet')
    await sheet.getByRole('button', { name: 'Enviar' }).click()
    await expect(page.getByRole('button', { name: 'Recomeçar' })).toBeVisible()
    await inBoth('reply')

    await look(page, { skin, screen: 'notice' })
    await expectPicture(page, `${skin}-notice`)
    await look(page, { skin, screen: 'chats', theme: 'dark' })
    await expectPicture(page, `${skin}-chats`)
  })
}

test('small and large text, a narrow screen and marked cuts look as they did', async ({ page, db }) => {
  const { path } = await makeShareLink(db, message)
  await openPhone(page, path, { size: 'small' })
  await expectPicture(page, 'small-text')
  await look(page, { width: 'narrow' })
  await expectPicture(page, 'narrow')
  await look(page, { skin: 'iphone', size: 'large' })
  await openSheet(page)
  await expectPicture(page, 'large-text-sheet')

  const long = await makeShareLink(db, longMessage)
  await openPhone(page, long.path, { width: 'narrow', size: 'large', cuts: true })
  await expectPicture(page, 'cuts')
  await page.getByRole('button', { name: /^Ver todos/ }).click()
  await expectPicture(page, 'cuts-sheet')
})
