import { openCompose } from './fixtures/editor'
import { expect, test } from './fixtures/test'

const LIMITS = [
  { field: 'header', name: 'Cabeçalho', max: 60 },
  { field: 'body', name: 'Corpo da mensagem', max: 1024 },
  { field: 'footer', name: 'Rodapé', max: 60 },
  { field: 'button', name: 'Texto do botão', max: 20 },
] as const

test.describe('limits', () => {
  for (const { field, name, max } of LIMITS) {
    test(`${name}: what is past ${max} stays, and is marked`, async ({ page }) => {
      const text = (await openCompose(page))[field]
      await text.fill('a'.repeat(max))
      await expect(text).not.toHaveAttribute('aria-invalid')
      await expect(page.getByText(`${max}/${max}`, { exact: true })).toBeVisible()
      await text.press('End')
      await text.pressSequentially('bcd')
      await expect(text).toHaveValue(`${'a'.repeat(max)}bcd`)
      await expect(text).toHaveAttribute('aria-invalid', 'true')
      await expect(text).toHaveAccessibleDescription(new RegExp(`Passou 3 caracteres do limite de ${max}`))
      await expect(page.getByText(`${max + 3}/${max}`, { exact: true })).toBeVisible()
    })
  }

  test('each field of a section and a row has its own', async ({ page }) => {
    const editor = await openCompose(page)
    for (const [text, max] of [
      [editor.sectionTitle(1), 24],
      [editor.rowTitle(1, 1), 24],
      [editor.rowDescription(1, 1), 72],
      [editor.rowId(1, 1), 200],
    ] as const) {
      await text.fill('x'.repeat(max + 1))
      await expect(text).toHaveValue('x'.repeat(max + 1))
      await expect(text).toHaveAccessibleDescription(new RegExp(`Passou 1 caractere do limite de ${max}`))
    }
  })

  test('an eleventh row cannot be added, and the reason is told', async ({ page }) => {
    const editor = await openCompose(page)
    for (let count = 2; count <= 10; count++) {
      await editor.addRow(1).click()
      await expect(page.getByText(`Opções ${count}/10`)).toBeVisible()
    }
    await expect(editor.addRow(1)).toHaveAttribute('aria-disabled', 'true')
    await expect(editor.addRow(1)).toHaveAccessibleDescription('O WhatsApp aceita até 10 opções ao todo.')
    await editor.addRow(1).click({ force: true })
    await expect(editor.row(1, 11)).toBeHidden()
    const duplicate = editor.row(1, 10).getByRole('button', { name: 'Duplicar opção' })
    await expect(duplicate).toHaveAccessibleDescription('O WhatsApp aceita até 10 opções ao todo.')

    await editor.row(1, 10).getByRole('button', { name: 'Remover opção' }).click()
    await expect(page.getByText('Opções 9/10')).toBeVisible()
    await expect(editor.addRow(1)).not.toHaveAttribute('aria-disabled')
  })

  test('an eleventh section cannot be added, and the reason is told', async ({ page }) => {
    const editor = await openCompose(page)
    for (let count = 2; count <= 10; count++) {
      await editor.addSection.click()
      await expect(editor.sectionTitle(count)).toBeFocused()
    }
    await expect(editor.addSection).toHaveAttribute('aria-disabled', 'true')
    await expect(editor.addSection).toHaveAccessibleDescription('O WhatsApp aceita até 10 seções.')
  })

  test('a section needs a title only from two sections on', async ({ page }) => {
    const editor = await openCompose(page)
    await editor.problems.click()
    await expect(page.getByRole('dialog').getByText('Título da seção', { exact: false })).toBeHidden()
    await page.keyboard.press('Escape')
    await editor.addSection.click()
    await expect(editor.sectionTitle(1)).toHaveAccessibleDescription(/cada uma precisa de título/)
  })
})

test.describe('problems', () => {
  test('are told at a field once it was left, and lead to it from the list', async ({ page }) => {
    const editor = await openCompose(page)
    await expect(editor.body).not.toHaveAttribute('aria-invalid')
    await editor.body.focus()
    await editor.footer.focus()
    await expect(editor.body).toHaveAccessibleDescription(/Escreva o que a pessoa vai ler/)
    await expect(editor.rowTitle(1, 1)).not.toHaveAttribute('aria-invalid')

    await expect(editor.problems).toHaveAccessibleName('4 problemas')
    await editor.problems.click()
    const list = page.getByRole('dialog', { name: 'O que falta para enviar' })
    await expect(list.getByRole('button')).toHaveCount(4)
    await list.getByRole('button', { name: 'Título da opção: dê um título à opção' }).click()
    await expect(editor.rowTitle(1, 1)).toBeFocused()
    await expect(editor.rowTitle(1, 1)).toHaveAttribute('aria-invalid', 'true')

    await editor.rowTitle(1, 1).fill('Fone')
    await editor.body.fill('Escolha:')
    await editor.button.fill('Ver')
    await expect(page.getByText('Pronta para enviar')).toBeVisible()
  })

  test('are all told when the list is to be sent', async ({ page }) => {
    const editor = await openCompose(page)
    await editor.review.click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(editor.body).toHaveAttribute('aria-invalid', 'true')
    await expect(editor.button).toHaveAttribute('aria-invalid', 'true')
    await expect(editor.rowTitle(1, 1)).toHaveAttribute('aria-invalid', 'true')
  })

  test('name a double row ID at the second row', async ({ page }) => {
    const editor = await openCompose(page)
    await editor.rowId(1, 1).fill('fone')
    await editor.addRow(1).click()
    await editor.rowId(1, 2).fill('fone')
    await expect(editor.rowId(1, 2)).toHaveAccessibleDescription(/O ID “fone” já está em outra opção/)
    await expect(editor.rowId(1, 1)).not.toHaveAttribute('aria-invalid')
  })
})

test.describe('rows and sections', () => {
  test('a row gets its ID from its title once, and keeps it', async ({ page }) => {
    const editor = await openCompose(page)
    await editor.rowTitle(1, 1).fill('Opção Única!')
    await editor.rowDescription(1, 1).focus()
    await expect(editor.rowId(1, 1)).toHaveValue('opcao_unica')
    await editor.rowTitle(1, 1).fill('Outro título')
    await editor.rowDescription(1, 1).focus()
    await expect(editor.rowId(1, 1)).toHaveValue('opcao_unica')
  })

  test('move across sections, are duplicated, removed and brought back', async ({ page }) => {
    const editor = await openCompose(page)
    await editor.sectionTitle(1).fill('Áudio')
    await editor.rowTitle(1, 1).fill('Fone')
    await editor.addSection.click()
    await editor.sectionTitle(2).fill('Vídeo')
    await editor.rowTitle(2, 1).fill('TV')

    await editor.row(1, 1).getByRole('button', { name: 'Mover para outra seção' }).click()
    await page.getByRole('menuitem', { name: 'Seção 2: Vídeo' }).click()
    await expect(editor.rowTitle(2, 2)).toHaveValue('Fone')
    await expect(editor.rowTitle(2, 2)).toBeFocused()
    await expect(editor.section(1).getByText('Esta seção ainda não tem opções.')).toBeVisible()

    await editor.row(2, 1).getByRole('button', { name: 'Mover opção para cima' }).click()
    await expect(editor.rowTitle(1, 1)).toHaveValue('TV')
    await editor.section(2).getByRole('button', { name: 'Mover seção para cima' }).click()
    await expect(editor.sectionTitle(1)).toHaveValue('Vídeo')

    await editor.row(1, 1).getByRole('button', { name: 'Duplicar opção' }).click()
    await expect(editor.rowTitle(1, 2)).toHaveValue('Fone')
    await expect(editor.rowId(1, 2)).toHaveValue('fone_2')

    await editor.section(1).getByRole('button', { name: 'Remover seção' }).click()
    await expect(editor.sectionTitle(1)).toHaveValue('Áudio')
    await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
    await expect(editor.sectionTitle(1)).toHaveValue('Vídeo')
    await expect(editor.sectionTitle(1)).toBeFocused()
    await expect(editor.rowTitle(1, 2)).toHaveValue('Fone')
  })

  test('typing keeps its focus in a field while the phone follows', async ({ page }) => {
    const editor = await openCompose(page)
    await editor.body.pressSequentially('Olá, *tudo* bem?')
    await expect(editor.preview).toContainText('Olá, tudo bem?')
    await expect(editor.preview.locator('strong', { hasText: 'tudo' })).toBeVisible()
    await expect(editor.body).toBeFocused()
    await editor.button.fill('Ver opções')
    await editor.rowTitle(1, 1).fill('Fone')
    await editor.preview.getByRole('button', { name: 'Ver opções' }).click()
    await expect(editor.preview.getByRole('radio', { name: /Fone/ })).toBeVisible()
  })
})

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('form and phone share the screen by tabs, and everything is within reach', async ({
    page,
    checkAccessibility,
  }) => {
    const editor = await openCompose(page)
    await editor.body.fill('Escolha:')
    await page.getByRole('tab', { name: 'Prévia' }).click()
    await expect(editor.preview).toContainText('Escolha:')
    await expect(editor.body).toBeHidden()
    await checkAccessibility()
    await editor.problems.click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Texto do botão/ })
      .click()
    await expect(editor.button).toBeFocused()
    await expect(page.getByText('Opções 1/10')).toBeVisible()
    await expect(editor.save).toBeInViewport()
    await expect(editor.review).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await checkAccessibility()
  })
})

test.describe('accessibility', () => {
  for (const locale of ['pt-BR', 'en'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test.describe(`${locale}, ${colorScheme}`, () => {
        test.use({ locale, colorScheme })
        test('the editor, its problems and its dialogs break no rule', async ({ page, checkAccessibility }) => {
          const en = locale === 'en'
          await page.goto('/compose')
          await page.getByRole('textbox', { name: en ? 'Header' : 'Cabeçalho' }).fill('a'.repeat(61))
          await page.getByRole('button', { name: en ? 'Add section' : 'Adicionar seção' }).click()
          await page.getByRole('button', { name: en ? /problems$/ : /problemas$/ }).click()
          await expect(page.getByRole('dialog')).toBeVisible()
          await page
            .getByRole('dialog')
            .evaluate((dialog) => Promise.all(dialog.getAnimations().map((run) => run.finished)))
          await checkAccessibility()
          await page.keyboard.press('Escape')
          await page.getByRole('button', { name: en ? 'Save template' : 'Salvar modelo' }).click()
          const dialog = page.getByRole('dialog')
          await dialog.getByRole('button', { name: en ? 'Save template' : 'Salvar modelo' }).click()
          await expect(page.getByRole('textbox', { name: en ? 'Template name' : 'Nome do modelo' })).toBeFocused()
          await dialog.evaluate((shown) => Promise.all(shown.getAnimations().map((run) => run.finished)))
          await checkAccessibility()
        })
      })
    }
  }
})

test('a reader hears of a limit when the typing pauses, and of every move', async ({ page }) => {
  const editor = await openCompose(page)
  const said = page.locator('p[aria-live="polite"].sr-only')
  await editor.button.fill('a'.repeat(22))
  await expect(said).toHaveText('passou 2')
  await editor.button.fill('a'.repeat(19))
  await expect(said).toHaveText('falta 1')
  await editor.addRow(1).click()
  await expect(said).toHaveText('Opção 2 adicionada à Seção 1')
})
