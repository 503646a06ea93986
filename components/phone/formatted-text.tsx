import type { ReactNode } from 'react'
import type { WhatsAppBlock, WhatsAppInline } from '@/lib/domain/whatsapp-text'

type FormattedBlocksProps = {
  blocks: WhatsAppBlock[]
  /** Goes on in the last line. */
  end?: ReactNode
  /** Whether links can be followed. */
  interactive: boolean
}

/** A text with WhatsApp's marks drawn, by elements only. */
export const FormattedBlocks = ({ blocks, end, interactive }: FormattedBlocksProps) =>
  blocks.map((block, b) => (
    <Block key={b} block={block} end={b === blocks.length - 1 ? end : undefined} interactive={interactive} />
  ))

function Block({ block, end, interactive }: { block: WhatsAppBlock; end: ReactNode; interactive: boolean }) {
  const line = (children: WhatsAppInline[], l: number, count: number) => (
    <>
      {draw(children, interactive)}
      {l === count - 1 && end}
    </>
  )
  /* biome-ignore-start lint/suspicious/noArrayIndexKey: as above */
  if (block.kind === 'lines') {
    return block.lines.map((children, l) => (
      <div key={l} className="min-h-[1.35em] whitespace-pre-wrap">
        {line(children, l, block.lines.length)}
      </div>
    ))
  }
  const items = block.items.map((item, l) => ({ item, drawn: line(item.children, l, block.items.length) }))
  if (block.kind === 'quote') {
    return (
      <blockquote className="my-0.5 rounded-sm border-l-[3px] border-(--phone-soft) bg-(--phone-quote-received) py-0.5 pl-2 text-(--phone-soft)">
        {items.map(({ drawn }, l) => (
          <div key={l} className="whitespace-pre-wrap">
            {drawn}
          </div>
        ))}
      </blockquote>
    )
  }
  if (block.kind === 'bullets') {
    return (
      <ul className="list-disc pl-5">
        {items.map(({ drawn }, l) => (
          <li key={l} className="whitespace-pre-wrap">
            {drawn}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <ol className="list-decimal pl-6">
      {items.map(({ item, drawn }, l) => (
        <li key={l} value={Number.parseInt(item.marker, 10)} className="whitespace-pre-wrap">
          {drawn}
        </li>
      ))}
    </ol>
  )
  /* biome-ignore-end lint/suspicious/noArrayIndexKey: as above */
}

const draw = (pieces: WhatsAppInline[], interactive: boolean): ReactNode =>
  pieces.map((piece, p) => <Piece key={p} piece={piece} interactive={interactive} />)

function Piece({ piece, interactive }: { piece: WhatsAppInline; interactive: boolean }) {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'bold':
      return <strong className="font-semibold">{draw(piece.children, interactive)}</strong>
    case 'italic':
      return <em>{draw(piece.children, interactive)}</em>
    case 'strike':
      return <s>{draw(piece.children, interactive)}</s>
    case 'code':
      return <code className="rounded-sm bg-(--phone-quote-received) px-1 font-mono text-[0.92em]">{piece.text}</code>
    case 'mono':
      return <code className="font-mono text-[0.92em]">{piece.text.replace(/^\n|\n$/g, '')}</code>
    case 'link': {
      const drawn = 'text-(--phone-link) underline underline-offset-2'
      return interactive ? (
        <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow" className={drawn}>
          {piece.text}
        </a>
      ) : (
        <span className={drawn}>{piece.text}</span>
      )
    }
  }
}
