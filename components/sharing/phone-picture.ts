import { domToCanvas } from 'modern-screenshot'

/** Sharp on paper and on any screen, and of a size that messengers take. */
const SCALE = 3
/** Room for the shadow around the device, in CSS pixels. */
const MARGIN = { top: 20, side: 28, bottom: 44 } as const

/** A PNG of a phone as it is on the page right now, on a transparent ground. Throws where the browser cannot draw it. */
export async function drawPhone(device: HTMLElement): Promise<Blob> {
  await document.fonts.ready
  const { offsetWidth: width, offsetHeight: height } = device
  const canvas = await domToCanvas(device, {
    scale: SCALE,
    width: width + 2 * MARGIN.side,
    height: height + MARGIN.top + MARGIN.bottom,
    features: { restoreScrollPosition: true },
    onCloneNode: (clone) => {
      if (clone instanceof HTMLElement) place(clone, { width, height })
    },
  })
  // The library keeps its failures to itself and hands out an empty picture.
  const middle = canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1)
  if (!middle?.data[3]) throw new Error('The picture came out empty.')
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No PNG could be made.'))), 'image/png'),
  )
}

/** The library stretches the clone to the picture: it gets back its own size, with the margin around it. */
function place(clone: HTMLElement, size: { width: number; height: number }) {
  for (const [name, length] of Object.entries(size)) clone.style.setProperty(name, `${length}px`, 'important')
  clone.style.setProperty('margin', `${MARGIN.top}px ${MARGIN.side}px ${MARGIN.bottom}px`, 'important')
}
