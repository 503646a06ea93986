import { useState } from 'react'
import { createRoot } from 'react-dom/client'

/** The least that React can do: one controlled input and its text once more. */
function Page() {
  const [text, setText] = useState('')
  return (
    <>
      <textarea aria-label="Text" rows={6} cols={60} value={text} onChange={(event) => setText(event.target.value)} />
      <p role="status">{text}</p>
    </>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Page />)
