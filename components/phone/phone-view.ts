/** What is open and chosen on the phone. Rows are named by their keys: their texts live in the message alone. */
export type PhoneView = { sheet: boolean; chosen: string | null; reply: string | null }

export type PhoneEvent = { type: 'open' | 'close' | 'send' | 'restart' } | { type: 'choose'; row: string }

export const CLOSED: PhoneView = { sheet: false, chosen: null, reply: null }

export function nextPhoneView(view: PhoneView, event: PhoneEvent): PhoneView {
  switch (event.type) {
    case 'open':
      return { ...view, sheet: true, chosen: null }
    case 'close':
      return { ...view, sheet: false, chosen: null }
    case 'choose':
      return { ...view, chosen: event.row }
    case 'send':
      return view.chosen ? { sheet: false, chosen: null, reply: view.chosen } : view
    case 'restart':
      return CLOSED
  }
}
