import type { ReadyList, ReadyListId } from './ready-list'

export const READY_LISTS_EN: Record<ReadyListId, ReadyList> = {
  menu: {
    name: 'Customer service menu',
    message: {
      header: 'Good to hear from you!',
      body: 'Hello! This is customer service at *Casa Girassol*.\n\nPick a subject and your chat goes straight to the right person. We usually answer within 15 minutes.',
      footer: 'Monday to Friday, 9 am to 6 pm',
      button: 'Pick a subject',
      sections: [
        {
          title: 'Orders',
          rows: [
            { id: 'track_order', title: 'Track my order', description: 'Where it is and when it arrives' },
            { id: 'return_exchange', title: 'Return or exchange', description: 'Up to 30 days after delivery' },
          ],
        },
        {
          title: 'Payments',
          rows: [
            { id: 'invoice_copy', title: 'Copy of an invoice', description: 'We send the current code right here' },
            { id: 'receipt', title: 'Receipt', description: 'As a PDF, in this chat' },
          ],
        },
        {
          title: 'Something else',
          rows: [
            { id: 'product_question', title: 'Question on a product', description: 'Sizes, materials, availability' },
            { id: 'talk_to_person', title: 'Talk to a person', description: 'Somebody of our team takes over' },
          ],
        },
      ],
    },
  },
  secondCopy: {
    name: 'Copy of an invoice',
    message: {
      header: 'Copy of your invoice',
      body: 'Hi! Let us sort out your payment. How would you like to receive it?\n\nFor your safety we never ask for a *password* or *card details* here.',
      footer: 'The document arrives in this chat',
      button: 'Choose how',
      sections: [
        {
          title: 'Still to be paid',
          rows: [
            { id: 'pix_code', title: 'Pix code', description: 'Copy and paste it: confirmed at once' },
            { id: 'invoice_code', title: 'Invoice code', description: 'The long number, ready to be copied' },
            { id: 'invoice_pdf', title: 'Invoice as a PDF', description: 'To print or to open at your bank' },
          ],
        },
        {
          title: 'Overdue or paid',
          rows: [
            { id: 'new_date', title: 'I need another date', description: 'A new due date, with any fees added' },
            { id: 'negotiate', title: 'Negotiate the amount', description: 'A person of our team talks it over' },
            {
              id: 'already_paid',
              title: 'I have paid already',
              description: 'We check and close it in 2 working days',
            },
          ],
        },
      ],
    },
  },
  booking: {
    name: 'Booking an appointment',
    message: {
      header: 'Book your appointment',
      body: 'Hello! These are the times that Dr Helena has free *next Thursday*.\n\nPick the one that suits you: we confirm right after, with the address.',
      footer: 'An appointment takes 50 minutes',
      button: 'See the times',
      sections: [
        {
          title: 'Morning',
          rows: [
            { id: 'thursday_0800', title: '8:00', description: 'At the clinic or by video' },
            { id: 'thursday_0900', title: '9:00', description: 'At the clinic or by video' },
            { id: 'thursday_1100', title: '11:00', description: 'By video only' },
          ],
        },
        {
          title: 'Afternoon',
          rows: [
            { id: 'thursday_1400', title: '14:00', description: 'At the clinic or by video' },
            { id: 'thursday_1500', title: '15:00', description: 'At the clinic or by video' },
            { id: 'thursday_1630', title: '16:30', description: 'At the clinic only' },
          ],
        },
        {
          title: 'None of these?',
          rows: [
            { id: 'another_day', title: 'Another day, please', description: 'We show you the week after' },
            { id: 'front_desk', title: 'Talk to the front desk', description: 'Urgent needs and health plans' },
          ],
        },
      ],
    },
  },
  nps: {
    name: 'NPS survey',
    message: {
      header: 'Your opinion in one tap',
      body: 'Hi! From 0 to 10, how likely are you to *recommend Casa Girassol* to a friend or to your family?\n\nYour score goes straight to those who look after you, and each one is read.',
      footer: '0: not at all. 10: for sure.',
      button: 'Give my score',
      sections: [
        {
          title: 'From 10 to 0',
          rows: [
            { id: 'nps_10', title: 'Score 10', description: 'I would recommend it for sure' },
            { id: 'nps_9', title: 'Score 9' },
            { id: 'nps_8', title: 'Score 8' },
            { id: 'nps_7', title: 'Score 7' },
            { id: 'nps_6', title: 'Score 6' },
            { id: 'nps_5', title: 'Score 5', description: 'Neither yes nor no' },
            { id: 'nps_4', title: 'Score 4' },
            { id: 'nps_3', title: 'Score 3' },
            { id: 'nps_2', title: 'Score 2' },
            { id: 'nps_0_1', title: 'Score 0 or 1', description: 'I would not recommend it at all' },
          ],
        },
      ],
    },
  },
  catalogue: {
    name: 'Short catalogue',
    message: {
      header: 'Coffees of the week',
      body: 'Roasted on Tuesday, and here are the ones that people like most ☕\n\nPick an item and we send *photos, delivery times and ways to pay* in this chat.',
      footer: 'Free delivery from R$ 199',
      button: 'See the products',
      sections: [
        {
          title: 'Coffee beans',
          rows: [
            {
              id: 'coffee_serra_250',
              title: 'Serra Clara, 250 g',
              description: 'R$ 32.90 · medium roast, chocolate, nuts',
            },
            {
              id: 'coffee_vale_250',
              title: 'Vale Doce, 250 g',
              description: 'R$ 36.90 · light roast, fruit and honey',
            },
            {
              id: 'coffee_decaf_250',
              title: 'Decaf, 250 g',
              description: 'R$ 39.90 · all of the taste, none of the rush',
            },
          ],
        },
        {
          title: 'For brewing',
          rows: [
            { id: 'cloth_filter', title: 'Cloth filter', description: 'R$ 24.90 · cotton, with its stand' },
            { id: 'french_press_350', title: 'French press, 350 ml', description: 'R$ 89.90 · glass and steel' },
          ],
        },
        {
          title: 'Gifts and advice',
          rows: [
            { id: 'gift_box', title: 'Gift box', description: 'R$ 119.90 · two coffees, a mug and a card' },
            {
              id: 'advise_me',
              title: 'Recommend me one',
              description: 'Tell us what you like and we suggest a coffee',
            },
          ],
        },
      ],
    },
  },
  attendance: {
    name: 'Confirming attendance',
    message: {
      header: 'Your seat is reserved',
      body: 'Hello! Our *Customer Meeting* is close: Saturday at 3 pm, Rua das Acácias 120.\n\nWill you come? Your answer helps us to have seats and snacks for everybody.',
      footer: 'Please answer by Thursday',
      button: 'Answer',
      sections: [
        {
          title: 'Your answer',
          rows: [
            { id: 'coming', title: 'I am coming', description: 'We keep your seat' },
            { id: 'coming_with_guest', title: 'I am bringing a guest', description: 'We keep two seats' },
            { id: 'not_sure', title: 'I do not know yet', description: 'We ask you again on Wednesday' },
            { id: 'not_coming', title: 'Not this time', description: 'Your seat goes to the waiting list' },
            { id: 'have_question', title: 'I have a question', description: 'Access, parking, food' },
          ],
        },
      ],
    },
  },
}
