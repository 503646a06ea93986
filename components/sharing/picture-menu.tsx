'use client'

import { Copy, ImageDown, Link, Share2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { saveFile } from '@/components/ui/save-file'
import { toast } from '@/components/ui/toast'
import type { ListDraft } from '@/lib/domain/list-draft'
import { PHONE_SKINS } from '@/lib/domain/phone-cuts'
import { pictureName } from '@/lib/domain/picture-name'
import { firstWords } from '@/lib/domain/share-link'

// With a `loading` of its own: without one the whole page would show its skeleton while the dialog comes.
const ShareDialog = dynamic(() => import('./share-dialog').then((module) => module.ShareDialog), {
  ssr: false,
  loading: () => null,
})

/** What is shared, as it is when it is asked for. */
export type Shared = { draft: ListDraft; template: { id: string; name: string } | null }

type PictureMenuProps = { read: () => Shared }

const deviceNear = (place: HTMLElement | null) =>
  place?.closest('[data-phone-stage]')?.querySelector<HTMLElement>('.phone-device') ?? null

/** What leaves the editor of the phone beside it: its picture, and a link to the message. */
export function PictureMenu({ read }: PictureMenuProps) {
  const t = useTranslations('png')
  const trigger = useRef<HTMLButtonElement>(null)
  const [busy, setBusy] = useState(false)
  const [shared, setShared] = useState<Shared | null>(null)

  /** Called at once on the press: a browser lets nothing be copied long after it. */
  const draw = async (): Promise<Blob> => {
    const device = deviceNear(trigger.current)
    if (!device) throw new Error('The stage has no phone on it.')
    const { drawPhone } = await import('./phone-picture')
    return drawPhone(device)
  }

  const attempt = async (make: () => Promise<string>, fail: () => void) => {
    setBusy(true)
    try {
      toast.success(await make())
    } catch {
      fail()
    } finally {
      setBusy(false)
    }
  }

  const download = () =>
    attempt(
      async () => {
        const { draft, template } = read()
        const skin = deviceNear(trigger.current)?.dataset.skin
        const name = pictureName(
          template?.name ?? firstWords(draft),
          PHONE_SKINS.find((known) => known === skin) ?? 'android',
        )
        saveFile(await draw(), name)
        return t('downloaded', { name })
      },
      () => toast.error(t('failed'), { action: { label: t('again'), onClick: () => void download() } }),
    )

  const copy = () =>
    attempt(
      async () => {
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': draw() })])
        return t('copied')
      },
      () => toast.error(t('notCopied'), { action: { label: t('download'), onClick: () => void download() } }),
    )

  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button
            ref={trigger}
            variant="quiet"
            size="icon-sm"
            busy={busy}
            aria-label={t('menu')}
            title={t('menu')}
            className="aria-busy:[&>.lucide-share-2]:hidden"
          >
            <Share2 aria-hidden />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onSelect={() => void download()}>
            <ImageDown aria-hidden />
            {t('download')}
          </MenuItem>
          <MenuItem onSelect={() => void copy()}>
            <Copy aria-hidden />
            {t('copy')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem onSelect={() => setShared(read())}>
            <Link aria-hidden />
            {t('share')}
          </MenuItem>
        </MenuContent>
      </Menu>
      {shared && <ShareDialog {...shared} onClose={() => setShared(null)} />}
    </>
  )
}
