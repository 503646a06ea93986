'use client'

export function ImportContactsDialog(_props: { onClose: () => void }) {
  return null
}
