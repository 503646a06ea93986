import { openCompose, openEditor } from './fixtures/editor'
import { MESSAGE, makeTemplate, rowOf } from './fixtures/send'
import { expect, test } from './fixtures/test'

test.describe('limits', () => {
  test('what is past one stays, is marked and told, in every field', async ({ page }) => {
    const editor = await openCompose(page)
    for (const [text, max] of [
      [editor.header, 60],
      [editor.body, 1024],
      [editor.footer, 60],
      [editor.button, 20],
    ] as const) {
      await text.fill('a'.repeat(max))
      await expect(text).not.toHaveAttribute('aria-invalid')
      await expect(page.getByText(`${max}/${max}`, { exact: true })).toBeVisible()
      await text.press('End')
      await text.pressSequentially('bcd')
      await expect(text).toHaveValue(`${'a'.repeat(max)}bcd`)
      await expect(text).toHaveAttribute('aria-invalid', 'true')
      await expect(text).toHaveAccessibleDescription(new RegExp(`Passou 3 caracteres do limite de ${max}`))
      await expect(page.getByText(`${max + 3}/${max}`, { exact: true })).toBeVisible()
      await text.fill('')
    }
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

  test('an eleventh row or section cannot be added, and the reason is told', async ({ page, db }) => {
    const sections = Array.from({ length: 9 }, (_, n) => ({ title: `Seção ${n}`, rows: [rowOf(`Opção ${n}`)] }))
    const { id } = await makeTemplate(db, { ...MESSAGE, sections })
    const editor = await openEditor(page, `/templates/${id}`)
    await editor.addSection.click()
    await expect(editor.sectionTitle(10)).toBeFocused()
    await expect(editor.addSection).toHaveAttribute('aria-disabled', 'true')
    await expect(editor.addSection).toHaveAccessibleDescription('O WhatsApp aceita até 10 seções.')

    await expect(page.getByText('Opções 10/10')).toBeVisible()
    await expect(editor.addRow(1)).toHaveAttribute('aria-disabled', 'true')
    await expect(editor.addRow(1)).toHaveAccessibleDescription('O WhatsApp aceita até 10 opções ao todo.')
    await editor.addRow(1).click({ force: true })
    await expect(editor.row(1, 2)).toBeHidden()
    const duplicate = editor.row(1, 1).getByRole('button', { name: 'Duplicar opção' })
    await expect(duplicate).toHaveAccessibleDescription('O WhatsApp aceita até 10 opções ao todo.')

    await editor.row(10, 1).getByRole('button', { name: 'Remover opção' }).click()
    await expect(page.getByText('Opções 9/10')).toBeVisible()
    await expect(editor.addRow(1)).not.toHaveAttribute('aria-disabled')
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

  test('are all told when the list is to be sent, and a section needs a title only from two on', async ({ page }) => {
    const editor = await openCompose(page)
    await editor.problems.click()
    await expect(page.getByRole('dialog').getByText('Título da opção', { exact: false })).toBeVisible()
    await expect(page.getByRole('dialog').getByText('Título da seção', { exact: false })).toBeHidden()
    await page.keyboard.press('Escape')
    await editor.review.click()
    await expect(page.getByRole('dialog').getByLabel('Destinatários')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(editor.body).toHaveAttribute('aria-invalid', 'true')
    await expect(editor.button).toHaveAttribute('aria-invalid', 'true')
    await expect(editor.rowTitle(1, 1)).toHaveAttribute('aria-invalid', 'true')

    await editor.addSection.click()
    await expect(editor.sectionTitle(1)).toHaveAccessibleDescription(/cada uma precisa de título/)
  })
})

test.describe('rows and sections', () => {
  test('a row gets its ID from its title once, and keeps it; a double one is told at the second', async ({ page }) => {
    const editor = await openCompose(page)
    await editor.rowTitle(1, 1).fill('Opção Única!')
    await editor.rowDescription(1, 1).focus()
    await expect(editor.rowId(1, 1)).toHaveValue('opcao_unica')
    await editor.rowTitle(1, 1).fill('Outro título')
    await editor.rowDescription(1, 1).focus()
    await expect(editor.rowId(1, 1)).toHaveValue('opcao_unica')

    await editor.addRow(1).click()
    await editor.rowId(1, 2).fill('opcao_unica')
    await expect(editor.rowId(1, 2)).toHaveAccessibleDescription(/O ID “opcao_unica” já está em outra opção/)
    await expect(editor.rowId(1, 1)).not.toHaveAttribute('aria-invalid')
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
    test.describe(locale, () => {
      test.use({ locale })
      test('the editor, its problems and its dialogs break no rule', async ({ page, checkAccessibility }) => {
        const en = locale === 'en'
        await page.goto('/compose')
        await page.getByRole('textbox', { name: en ? 'Header' : 'Cabeçalho' }).fill('a'.repeat(61))
        await page.getByRole('button', { name: en ? 'Add section' : 'Adicionar seção' }).click()
        await page.getByRole('button', { name: en ? /problems$/ : /problemas$/ }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await checkAccessibility()
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: en ? 'Save template' : 'Salvar modelo' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('button', { name: en ? 'Save template' : 'Salvar modelo' }).click()
        await expect(page.getByRole('textbox', { name: en ? 'Template name' : 'Nome do modelo' })).toBeFocused()
        await checkAccessibility()
      })
    })
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
