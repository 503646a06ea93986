import { openCompose } from './fixtures/editor'
import { expect, test } from './fixtures/test'

const said = 'p[aria-live="polite"].sr-only'

test('a warning is told once its field was left, never makes it invalid, and never stops sending', async ({ page }) => {
  const editor = await openCompose(page)
  const warnings = page.getByRole('button', { name: /^\d+ avisos?$/ })
  await editor.body.fill('Escolha:')
  await editor.button.fill('Ver')
  await editor.rowTitle(1, 1).fill('Fone Bluetooth')
  await editor.rowDescription(1, 1).fill('R$ 299,00')
  await editor.header.focus()
  await expect(page.getByText('Pronta para enviar')).toBeVisible()
  await expect(warnings).toBeHidden()

  await page.keyboard.type('Loja ')
  await expect(editor.header).not.toHaveAccessibleDescription(/espaços/)
  await expect(warnings).toBeHidden()
  await editor.footer.focus()
  await expect(editor.header).toHaveAccessibleDescription(/Há espaços sobrando no começo ou no fim/)
  await expect(editor.header).not.toHaveAttribute('aria-invalid')
  await expect(warnings).toHaveText(/1 aviso$/)
  await expect(page.getByText('Pronta para enviar')).toBeVisible()

  await editor.review.click()
  const review = page.getByRole('dialog')
  await review.getByLabel('Destinatários').fill('11 98888-7777')
  await expect(review.getByRole('heading', { name: 'Vale rever antes de enviar' })).toBeVisible()
  await expect(review.getByRole('button', { name: 'Enviar agora' })).not.toHaveAttribute('aria-disabled')
  await review.getByRole('button', { name: /Cabeçalho: há espaços/ }).click()
  await expect(editor.header).toBeFocused()

  await page.getByRole('button', { name: 'Tirar os espaços' }).click()
  await expect(editor.header).toHaveValue('Loja')
  await expect(editor.header).toBeFocused()
  await expect(page.locator(said)).toHaveText('Corrigido: espaços tirados de um texto')
  await expect(warnings).toBeHidden()
})

test('a title that is too long gives its rest to the description, and takes it back', async ({ page }) => {
  const editor = await openCompose(page)
  const long = 'Fone Bluetooth com microfone embutido'
  await editor.rowTitle(1, 1).fill(long)
  await editor.row(1, 1).getByRole('button', { name: 'Mover o excedente para a descrição' }).click()
  await expect(editor.rowTitle(1, 1)).toHaveValue('Fone Bluetooth com')
  await expect(editor.rowDescription(1, 1)).toHaveValue('microfone embutido')
  await expect(editor.rowTitle(1, 1)).toBeFocused()

  await editor.body.fill('Escrito depois')
  await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
  await expect(editor.rowTitle(1, 1)).toHaveValue(long)
  await expect(editor.rowDescription(1, 1)).toHaveValue('')
  await expect(editor.body).toHaveValue('Escrito depois')
})

test('the list tells what blocks apart from what is worth a look, and fixes all that is safe as one step', async ({
  page,
  checkAccessibility,
}) => {
  const editor = await openCompose(page)
  await editor.header.fill(' Loja *da* Ana ')
  await editor.body.fill('Escolha:')
  await editor.button.fill('Ver')
  await editor.rowTitle(1, 1).fill('Fone Bluetooth com microfone embutido')
  await editor.addRow(1).click()
  await editor.rowTitle(1, 2).fill('Capa')
  await editor.addRow(1).click()
  await editor.rowTitle(1, 3).fill('Capa')
  await editor.addSection.click()
  await editor.footer.focus()

  await editor.problems.click()
  const list = page.getByRole('dialog')
  await expect(list.getByRole('region', { name: 'Impedem o envio' }).getByRole('listitem')).toHaveCount(5)
  await expect(list.getByRole('region', { name: 'Vale rever' }).getByRole('listitem')).toHaveCount(3)
  await expect(list).toHaveCSS('opacity', '1')
  await checkAccessibility()

  await list.getByRole('button', { name: 'Corrigir tudo' }).click()
  await expect(page.locator(said)).toHaveText(/^Corrigido: .*espaços.*excedente.*seção vazia/)
  await expect(editor.header).toHaveValue('Loja *da* Ana')
  await expect(editor.rowDescription(1, 1)).toHaveValue('microfone embutido')
  await expect(editor.section(2)).toBeHidden()
  await expect(page.getByText('Pronta para enviar')).toBeVisible()
  await expect(list).toBeFocused()
  await expect(list.getByRole('button', { name: 'Corrigir tudo' })).toBeHidden()

  // What would change somebody's words is theirs to press.
  await list.getByRole('button', { name: 'Numerar título' }).click()
  await expect(editor.rowTitle(1, 3)).toHaveValue('Capa 2')
  await list.getByRole('button', { name: 'Tirar a formatação' }).click()
  await expect(list).toContainText('Nada mais a acertar.')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(editor.header).toHaveValue('Loja da Ana')
})

test('fixing all can be taken back as one step', async ({ page }) => {
  const editor = await openCompose(page)
  await editor.header.fill(' Loja ')
  await editor.rowTitle(1, 1).fill(' Fone ')
  await editor.addSection.click()
  await editor.problems.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Corrigir tudo' }).click()
  await expect(editor.header).toHaveValue('Loja')
  await expect(editor.section(2)).toBeHidden()
  await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
  await expect(editor.header).toHaveValue(' Loja ')
  await expect(editor.rowTitle(1, 1)).toHaveValue(' Fone ')
  await expect(editor.section(2)).toBeVisible()
})
