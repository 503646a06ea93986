import type { ReadyList, ReadyListId } from './ready-list'

export const READY_LISTS_PT: Record<ReadyListId, ReadyList> = {
  menu: {
    name: 'Menu de atendimento',
    message: {
      header: 'Que bom falar com você!',
      body: 'Olá! Aqui é o atendimento da *Casa Girassol*.\n\nEscolha um assunto, e a conversa já chega à pessoa certa. Costumamos responder em até 15 minutos.',
      footer: 'Segunda a sexta, das 9h às 18h',
      button: 'Escolher assunto',
      sections: [
        {
          title: 'Pedidos',
          rows: [
            { id: 'acompanhar_pedido', title: 'Acompanhar meu pedido', description: 'Onde está e quando chega' },
            { id: 'trocar_devolver', title: 'Trocar ou devolver', description: 'Até 30 dias depois da entrega' },
          ],
        },
        {
          title: 'Pagamentos',
          rows: [
            { id: 'segunda_via', title: '2ª via de boleto', description: 'Enviamos o código atualizado por aqui' },
            { id: 'nota_fiscal', title: 'Nota fiscal', description: 'Em PDF, nesta conversa' },
          ],
        },
        {
          title: 'Outros assuntos',
          rows: [
            {
              id: 'duvida_produto',
              title: 'Dúvida sobre um produto',
              description: 'Medidas, materiais, disponibilidade',
            },
            {
              id: 'falar_com_pessoa',
              title: 'Falar com uma pessoa',
              description: 'Alguém da equipe continua com você',
            },
          ],
        },
      ],
    },
  },
  secondCopy: {
    name: 'Segunda via de boleto',
    message: {
      header: 'Segunda via',
      body: 'Oi! Vamos resolver seu pagamento. Como você prefere receber?\n\nPor segurança, nunca pedimos *senha* nem *dados de cartão* por aqui.',
      footer: 'O documento chega nesta conversa',
      button: 'Escolher forma',
      sections: [
        {
          title: 'Ainda vou pagar',
          rows: [
            { id: 'pix_copia_e_cola', title: 'Pix copia e cola', description: 'O pagamento é confirmado na hora' },
            { id: 'codigo_do_boleto', title: 'Código do boleto', description: 'A linha digitável, pronta para copiar' },
            { id: 'boleto_pdf', title: 'Boleto em PDF', description: 'Para imprimir ou abrir no banco' },
          ],
        },
        {
          title: 'Já venceu ou já paguei',
          rows: [
            { id: 'nova_data', title: 'Quero outra data', description: 'Novo vencimento, com os encargos já somados' },
            { id: 'negociar', title: 'Negociar o valor', description: 'Uma pessoa da equipe combina com você' },
            { id: 'ja_paguei', title: 'Já paguei', description: 'Conferimos e damos baixa em até 2 dias úteis' },
          ],
        },
      ],
    },
  },
  booking: {
    name: 'Agendamento de horário',
    message: {
      header: 'Agende sua consulta',
      body: 'Olá! Estes são os horários livres da Dra. Helena na *próxima quinta-feira*.\n\nEscolha o melhor para você: confirmamos em seguida, com o endereço.',
      footer: 'A consulta dura 50 minutos',
      button: 'Ver horários',
      sections: [
        {
          title: 'Manhã',
          rows: [
            { id: 'quinta_0800', title: '8h', description: 'Presencial ou por vídeo' },
            { id: 'quinta_0900', title: '9h', description: 'Presencial ou por vídeo' },
            { id: 'quinta_1100', title: '11h', description: 'Só por vídeo' },
          ],
        },
        {
          title: 'Tarde',
          rows: [
            { id: 'quinta_1400', title: '14h', description: 'Presencial ou por vídeo' },
            { id: 'quinta_1500', title: '15h', description: 'Presencial ou por vídeo' },
            { id: 'quinta_1630', title: '16h30', description: 'Só presencial' },
          ],
        },
        {
          title: 'Nenhum serve?',
          rows: [
            { id: 'outro_dia', title: 'Quero outro dia', description: 'Mostramos os horários da semana seguinte' },
            { id: 'falar_recepcao', title: 'Falar com a recepção', description: 'Para encaixes e convênios' },
          ],
        },
      ],
    },
  },
  nps: {
    name: 'Pesquisa NPS',
    message: {
      header: 'Sua opinião em um toque',
      body: 'Oi! De 0 a 10, quanto você *recomendaria a Casa Girassol* a um amigo ou a alguém da família?\n\nSua nota vai direto para quem cuida do atendimento, e toda resposta é lida.',
      footer: '0: de jeito nenhum. 10: com certeza.',
      button: 'Dar minha nota',
      sections: [
        {
          title: 'De 10 a 0',
          rows: [
            { id: 'nps_10', title: 'Nota 10', description: 'Com certeza recomendaria' },
            { id: 'nps_9', title: 'Nota 9' },
            { id: 'nps_8', title: 'Nota 8' },
            { id: 'nps_7', title: 'Nota 7' },
            { id: 'nps_6', title: 'Nota 6' },
            { id: 'nps_5', title: 'Nota 5', description: 'Tanto faz' },
            { id: 'nps_4', title: 'Nota 4' },
            { id: 'nps_3', title: 'Nota 3' },
            { id: 'nps_2', title: 'Nota 2' },
            { id: 'nps_0_1', title: 'Nota 0 ou 1', description: 'De jeito nenhum recomendaria' },
          ],
        },
      ],
    },
  },
  catalogue: {
    name: 'Catálogo curto',
    message: {
      header: 'Cafés da semana',
      body: 'Torramos na terça e separamos os que mais saem por aqui ☕\n\nEscolha um item e mandamos *fotos, prazos e formas de pagamento* nesta conversa.',
      footer: 'Frete grátis acima de R$ 199',
      button: 'Ver produtos',
      sections: [
        {
          title: 'Cafés em grãos',
          rows: [
            {
              id: 'cafe_serra_250',
              title: 'Serra Clara, 250 g',
              description: 'R$ 32,90 · torra média, chocolate e nozes',
            },
            { id: 'cafe_vale_250', title: 'Vale Doce, 250 g', description: 'R$ 36,90 · torra clara, frutas e mel' },
            {
              id: 'cafe_descaf_250',
              title: 'Descafeinado, 250 g',
              description: 'R$ 39,90 · o sabor fica, a cafeína não',
            },
          ],
        },
        {
          title: 'Para preparar',
          rows: [
            { id: 'coador_pano', title: 'Coador de pano', description: 'R$ 24,90 · algodão, com suporte' },
            { id: 'prensa_350', title: 'Prensa francesa 350 ml', description: 'R$ 89,90 · vidro e inox' },
          ],
        },
        {
          title: 'Presentes e ajuda',
          rows: [
            { id: 'kit_presente', title: 'Kit para presente', description: 'R$ 119,90 · dois cafés, caneca e cartão' },
            {
              id: 'quero_indicacao',
              title: 'Quero uma indicação',
              description: 'Conte do que gosta e sugerimos um café',
            },
          ],
        },
      ],
    },
  },
  attendance: {
    name: 'Confirmação de presença',
    message: {
      header: 'Sua vaga está reservada',
      body: 'Olá! Falta pouco para o *Encontro de Clientes*: sábado, às 15h, na Rua das Acácias, 120.\n\nVocê vem? Sua resposta ajuda a acertar lugares e lanche para todo mundo.',
      footer: 'Responda até quinta-feira',
      button: 'Responder',
      sections: [
        {
          title: 'Sua resposta',
          rows: [
            { id: 'vou', title: 'Vou, contem comigo', description: 'Guardamos seu lugar' },
            { id: 'vou_acompanhado', title: 'Vou com mais alguém', description: 'Guardamos dois lugares' },
            { id: 'ainda_nao_sei', title: 'Ainda não sei', description: 'Perguntamos de novo na quarta-feira' },
            { id: 'nao_vou', title: 'Desta vez não vou', description: 'Seu lugar passa a quem está na espera' },
            { id: 'tenho_duvida', title: 'Tenho uma dúvida', description: 'Acesso, estacionamento, alimentação' },
          ],
        },
      ],
    },
  },
}
