import type { Locator, Page } from '@playwright/test'
import { editorOn, openCompose, openEditor } from './fixtures/editor'
import { chooseByKeys, tabTo } from './fixtures/keyboard'
import { MESSAGE, makeTemplate } from './fixtures/send'
import { expect, test } from './fixtures/test'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const EVOLUTION = {
  number: '5511987654321',
  title: 'Loja da Ana',
  description: 'Escolha o que procura',
  buttonText: 'Ver',
  footerText: 'Das 9h às 18h',
  sections: [
    {
      title: 'Áudio',
      rows: [
        { title: 'Fone', description: 'R$ 299', rowId: 'fone' },
        { title: 'Caixa de som', icon: 'speaker' },
      ],
    },
  ],
}

async function openTool(page: Page, name: 'Importar lista' | 'Editar em bloco') {
  await editorOn(page).menu.click()
  await page.getByRole('menuitem', { name }).click()
  const dialog = page.getByRole('dialog', { name })
  await expect(dialog.getByRole('textbox')).toBeFocused()
  return dialog
}

const contentOf = (dialog: Locator) => dialog.getByRole('textbox', { name: 'Conteúdo' })

async function paste(page: Page, field: Locator, text: string) {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await field.focus()
  await page.keyboard.press('ControlOrMeta+V')
}

test.describe('import', () => {
  test('what is pasted is recognised, and replaces the list only when asked', async ({ page, checkAccessibility }) => {
    const editor = await openCompose(page)
    const dialog = await openTool(page, 'Importar lista')
    await paste(page, contentOf(dialog), JSON.stringify(EVOLUTION, null, 2))
    await expect(dialog.getByText('Lista da Evolution')).toBeVisible()
    await expect(dialog.getByText('1 seção · 2 opções · pronta para enviar')).toBeVisible()
    await expect(dialog.getByText('Uma opção veio sem ID')).toBeVisible()
    const lost = dialog.getByRole('region', { name: 'O que não veio junto' }).getByRole('listitem')
    await expect(lost).toHaveText([/^Quem recebe.*linha 2.*number.*5511987654321/, /sections\[0\]\.rows\[1\]\.icon/])
    await checkAccessibility()

    await dialog.getByRole('button', { name: 'Usar esta lista' }).click()
    await expect(editor.body).toBeFocused()
    await expect(editor.header).toHaveValue('Loja da Ana')
    await expect(editor.body).toHaveValue('Escolha o que procura')
    await expect(editor.footer).toHaveValue('Das 9h às 18h')
    await expect(editor.button).toHaveValue('Ver')
    await expect(editor.sectionTitle(1)).toHaveValue('Áudio')
    await expect(editor.rowTitle(1, 2)).toHaveValue('Caixa de som')
    await expect(editor.rowId(1, 2)).toHaveValue('caixa_de_som')
    await expect(editor.preview).toContainText('Escolha o que procura')
  })

  test('a list in progress makes room, and comes back when the import is undone', async ({ page }) => {
    const editor = await openCompose(page)
    await editor.body.fill('Meu texto')
    await editor.rowTitle(1, 1).fill('Minha opção')
    const dialog = await openTool(page, 'Importar lista')
    await contentOf(dialog).fill(
      `curl -X POST 'https://x/message/sendList/loja' \\\n  -d '${JSON.stringify(EVOLUTION)}'`,
    )
    await expect(dialog.getByText('Lista da Evolution, em um cURL')).toBeVisible()
    await expect(dialog.getByText('A lista atual fica guardada, e dá para desfazer.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Substituir a lista' }).click()
    await expect(editor.body).toHaveValue('Escolha o que procura')

    await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
    await expect(editor.body).toHaveValue('Meu texto')
    await expect(editor.rowTitle(1, 1)).toHaveValue('Minha opção')
  })

  test('over a saved template it is unsaved work, and undone the template stands as it was', async ({ page, db }) => {
    const { id } = await makeTemplate(db, { ...MESSAGE, body: 'Salvo antes de importar' })
    const editor = await openEditor(page, `/templates/${id}`)
    const dialog = await openTool(page, 'Importar lista')
    await contentOf(dialog).fill(JSON.stringify(EVOLUTION))
    await dialog.getByRole('button', { name: 'Substituir a lista' }).click()
    await expect(page.getByText('Alterações não salvas')).toBeVisible()
    await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
    await expect(editor.body).toHaveValue('Salvo antes de importar')
    await expect(page.getByText('Alterações não salvas')).toBeHidden()
  })

  test('broken JSON says line, place and what was expected, and nothing is lost', async ({
    page,
    checkAccessibility,
  }) => {
    const editor = await openCompose(page)
    await editor.body.fill('Fica como está')
    const broken = '{\n  "interactive": {\n    "type": "list"\n    "body": { "text": "Oi" }\n  }\n}'
    let dialog = await openTool(page, 'Importar lista')
    await contentOf(dialog).fill(broken)
    await expect(dialog.getByText('Linha 4, coluna 5')).toBeVisible()
    await expect(dialog.getByText('O que se esperava aqui: uma vírgula ou }.')).toBeVisible()
    await expect(dialog.getByText('Dentro de: interactive')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Substituir a lista' })).toHaveAttribute('aria-disabled', 'true')
    await checkAccessibility()

    await dialog.getByRole('button', { name: 'Mostrar no texto' }).click()
    await expect(contentOf(dialog)).toBeFocused()
    const selected = (field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd)
    expect(await contentOf(dialog).evaluate(selected)).toContain('"body"')

    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(editor.menu).toBeFocused()
    await expect(editor.body).toHaveValue('Fica como está')
    dialog = await openTool(page, 'Importar lista')
    await expect(contentOf(dialog)).toHaveValue(broken)
    await contentOf(dialog).fill('Segunda via\nBoleto')
    await expect(dialog.getByText('Isto não parece JSON nem cURL.')).toBeVisible()
  })

  test('a file is chosen or dropped', async ({ page }) => {
    const editor = await openCompose(page)
    const dialog = await openTool(page, 'Importar lista')
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Escolher arquivo' }).click()
    const file = { name: 'lista.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(EVOLUTION)) }
    await (await chooser).setFiles(file)
    await expect(dialog.getByText('De lista.json')).toBeVisible()
    await expect(dialog.getByText('Lista da Evolution')).toBeVisible()

    const drop = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      const body = '{"body": "Solto aqui", "button": "Ver", "items": [{"item": "Um", "id": "um"}]}'
      transfer.items.add(new File([body], 'menu.txt', { type: 'text/plain' }))
      return transfer
    })
    await contentOf(dialog).dispatchEvent('dragover', { dataTransfer: drop })
    await contentOf(dialog).dispatchEvent('drop', { dataTransfer: drop })
    await expect(dialog.getByText('De menu.txt')).toBeVisible()
    await expect(dialog.getByText('List-picker da Twilio')).toBeVisible()
    await dialog.getByRole('button', { name: 'Usar esta lista' }).click()
    await expect(editor.body).toHaveValue('Solto aqui')
  })
})

test.describe('edit in bulk', () => {
  test('all rows are one text, and IDs stay with their rows', async ({ page, checkAccessibility }) => {
    const editor = await openCompose(page)
    await editor.rowTitle(1, 1).fill('Segunda via')
    await editor.rowTitle(1, 1).blur()
    const dialog = await openTool(page, 'Editar em bloco')
    const text = dialog.getByRole('textbox', { name: 'Opções em texto' })
    await expect(text).toHaveValue('Segunda via |  | segunda_via')
    await text.fill('# Contas\nSegunda via do boleto | Deste mês | segunda_via\n# Outros\nFalar com alguém')
    await expect(dialog.getByText('Opções 2/10')).toBeVisible()
    await checkAccessibility()
    await dialog.getByRole('button', { name: 'Aplicar' }).click()
    await expect(editor.rowTitle(1, 1)).toBeFocused()
    await expect(editor.rowTitle(1, 1)).toHaveValue('Segunda via do boleto')
    await expect(editor.rowDescription(1, 1)).toHaveValue('Deste mês')
    await expect(editor.rowId(1, 1)).toHaveValue('segunda_via')
    await expect(editor.sectionTitle(2)).toHaveValue('Outros')
    await expect(editor.rowId(2, 1)).toHaveValue('falar_com_alguem')

    await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
    await expect(editor.section(2)).toBeHidden()
    await expect(editor.rowTitle(1, 1)).toHaveValue('Segunda via')
  })

  test('its problems are told before it is applied, and a text that was left can be gone back to', async ({ page }) => {
    await openCompose(page)
    let dialog = await openTool(page, 'Editar em bloco')
    const text = `${'Um título comprido demais para uma opção'}\n${Array.from({ length: 10 }, (_, n) => `Opção ${n}`).join('\n')}`
    await dialog.getByRole('textbox').fill(text)
    await expect(dialog.getByText('Opções 11/10')).toBeVisible()
    await expect(dialog.getByText(/Seção 1, opção 1: Título da opção: passou 16 caracteres/)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Voltar ao texto' }).click()
    dialog = page.getByRole('dialog', { name: 'Editar em bloco' })
    await expect(dialog.getByRole('textbox')).toHaveValue(text)
  })
})

test.describe('pasting into a row', () => {
  test('lines become rows with their IDs and can be undone; ranges and "Título | Descrição | id" fill their fields', async ({
    page,
  }) => {
    const editor = await openCompose(page)
    await paste(page, editor.rowTitle(1, 1), '- Segunda via\n- Boleto\n- Falar com alguém\n')
    await expect(editor.rowTitle(1, 3)).toBeFocused()
    await expect(editor.rowTitle(1, 1)).toHaveValue('Segunda via')
    await expect(editor.rowId(1, 2)).toHaveValue('boleto')
    await expect(page.getByText('Opções 3/10')).toBeVisible()
    await editor.body.fill('Escrito depois')
    await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
    await expect(page.getByText('Opções 1/10')).toBeVisible()
    await expect(editor.rowTitle(1, 1)).toHaveValue('')
    await expect(editor.body).toHaveValue('Escrito depois')

    await paste(
      page,
      editor.rowTitle(1, 1),
      'Título\tDescrição\tID\nFone\tR$ 299\tprod_1\nCabo\t"R$ 19\nem 2x"\tprod_2',
    )
    await expect(editor.rowTitle(1, 2)).toHaveValue('Cabo')
    await expect(editor.rowDescription(1, 2)).toHaveValue('R$ 19 em 2x')
    await expect(editor.rowId(1, 2)).toHaveValue('prod_2')
    await editor.addRow(1).click()
    await paste(page, editor.rowTitle(1, 3), 'Capa | R$ 49 | prod_3')
    await expect(editor.rowDescription(1, 3)).toHaveValue('R$ 49')
    await expect(editor.rowId(1, 3)).toHaveValue('prod_3')

    // A part of a title is pasted as ever.
    await editor.rowTitle(1, 1).fill('Fone ')
    await paste(page, editor.rowTitle(1, 1), 'preto | azul')
    await expect(editor.rowTitle(1, 1)).toHaveValue('Fone preto | azul')
    await expect(page.getByText('Opções 3/10')).toBeVisible()
  })

  const LINES = Array.from({ length: 12 }, (_, n) => `Opção número ${n + 1}`).join('\n')

  test('past ten it asks first: not at all, as text, all of them, or those that fit', async ({
    page,
    checkAccessibility,
  }) => {
    const editor = await openCompose(page)
    const title = editor.rowTitle(1, 1)
    const dialog = page.getByRole('dialog', { name: 'Colar 12 opções?' })
    await paste(page, title, LINES)
    await expect(dialog.getByText('O WhatsApp aceita até 10 ao todo, e aqui só cabem mais 10.')).toBeVisible()
    await checkAccessibility()
    await page.keyboard.press('Escape')
    await expect(title).toBeFocused()
    await expect(title).toHaveValue('')

    await paste(page, title, LINES)
    await dialog.getByRole('button', { name: 'Como texto, nesta opção' }).click()
    await expect(title).toBeFocused()
    await expect(title).toHaveValue(LINES.replaceAll('\n', ' '))
    await expect(page.getByText('Opções 1/10')).toBeVisible()
    await title.fill('')

    await paste(page, title, LINES)
    await dialog.getByRole('button', { name: 'Todas, com o excesso marcado' }).click()
    await expect(page.getByText('Opções 12/10')).toBeVisible()
    await expect(editor.rowTitle(1, 12)).toBeFocused()
    await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
    await expect(page.getByText('Opções 1/10')).toBeVisible()

    await paste(page, title, LINES)
    await dialog.getByRole('button', { name: 'Só as 10 primeiras' }).click()
    await expect(page.getByText('Opções 10/10')).toBeVisible()
    await expect(editor.rowTitle(1, 10)).toBeFocused()
  })
})

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 390, height: 780 } })

  test('a list is imported by the keyboard alone', async ({ page, checkAccessibility }) => {
    const editor = await openCompose(page)
    await tabTo(page, editor.menu)
    await chooseByKeys(page, 'Importar lista')
    const dialog = page.getByRole('dialog', { name: 'Importar lista' })
    await expect(contentOf(dialog)).toBeFocused()
    await paste(page, contentOf(dialog), JSON.stringify(EVOLUTION, null, 2))
    await expect(dialog.getByText('Lista da Evolution')).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await checkAccessibility()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(dialog.getByRole('button', { name: 'Usar esta lista' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(editor.body).toHaveValue('Escolha o que procura')
  })
})
