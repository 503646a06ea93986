import type { ListMessage } from './list-message'

/** The list that VecTalk's own documentation shows: what a new workspace begins with. */
export const FIRST_TEMPLATE: { name: string; message: ListMessage } = {
  name: 'Selecione um produto',
  message: {
    body: 'Selecione um produto:',
    footer: 'Estoque disponível',
    button: 'Ver produtos',
    sections: [
      {
        title: 'Eletrônicos',
        rows: [
          { id: 'prod_001', title: 'Smartphone X', description: 'R$ 1.999,00' },
          { id: 'prod_002', title: 'Fone Bluetooth', description: 'R$ 299,00' },
        ],
      },
    ],
  },
}
