import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { afterEach, describe, expect, it } from 'vitest'
import { TooltipProvider } from '@/components/ui/tooltip'
import { newDraft, newRow, newSection } from '@/lib/domain/list-draft'
import type { TemplateView } from '@/lib/domain/list-template'
import messages from '@/messages/pt-BR.json'
import { createCell } from './cell'
import { EditorProvider, useNewEditor } from './editor'
import { RowIdField } from './row-id-field'
import { SentRowIdsProvider } from './sent-row-ids'

const draft = newDraft({
  sections: [newSection({ rows: [newRow({ id: 'fone', title: 'Fone' }), newRow({ id: 'capa', title: 'Capa' })] })],
})
const nothing = () => undefined

function open() {
  const template: TemplateView = {
    id: 'x',
    name: 'Produtos',
    draft,
    version: 1,
    savedAt: '2026-11-22T12:00:00.000Z',
    savedBy: null,
    createdAt: '2026-11-22T12:00:00.000Z',
    createdBy: null,
    archivedAt: null,
    tags: [],
    timesUsed: 1,
    lastSentAt: null,
    sentRowIds: ['fone', 'caixa'],
  }
  const sent = { saved: createCell<TemplateView | null>(template), agreed: new Set<string>() }
  function Fields() {
    const editor = useNewEditor(draft, nothing, nothing)
    return (
      <EditorProvider value={editor}>
        <SentRowIdsProvider value={sent}>
          <RowIdField s={0} r={0} touchKey="a" label="Um" max={200} />
          <RowIdField s={0} r={1} touchKey="b" label="Outro" max={200} />
        </SentRowIdsProvider>
      </EditorProvider>
    )
  }
  render(
    <NextIntlClientProvider locale="pt-BR" messages={messages} timeZone="America/Sao_Paulo">
      <TooltipProvider>
        <Fields />
      </TooltipProvider>
    </NextIntlClientProvider>,
  )
  return sent
}
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

describe('the field of a row ID', () => {
  afterEach(cleanup)

  it('is locked where the ID was sent, and says why; another is not', () => {
    open()
    expect(field('Um').readOnly).toBe(true)
    expect(document.getElementById(field('Um').getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Já enviado: as respostas são reconhecidas por este ID',
    )
    expect(field('Outro').readOnly).toBe(false)
  })

  it('stays as it is when its ID is kept, and opens once somebody has agreed', async () => {
    const sent = open()
    act(() => screen.getByRole('button', { name: 'Alterar ID fone' }).click())
    const keep = await screen.findByRole('button', { name: 'Manter' })
    await waitFor(() => expect(document.activeElement).toBe(keep))
    act(() => keep.click())
    expect(field('Um').readOnly).toBe(true)
    expect(sent.agreed.size).toBe(0)

    act(() => screen.getByRole('button', { name: 'Alterar ID fone' }).click())
    await screen.findByRole('dialog')
    act(() => screen.getByRole('button', { name: 'Alterar ID' }).click())
    await waitFor(() => expect(field('Um').readOnly).toBe(false))
    expect(document.activeElement).toBe(field('Um'))
    expect([...sent.agreed]).toEqual(['fone'])
  })

  it('does not lock under the hands of who types another sent ID; it does once the field is left', () => {
    open()
    field('Outro').focus()
    fireEvent.change(field('Outro'), { target: { value: 'caixa' } })
    expect(field('Outro').readOnly).toBe(false)
    act(() => field('Outro').blur())
    expect(field('Outro').readOnly).toBe(true)
  })
})
