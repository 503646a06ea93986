import { describe, expect, it } from 'vitest'
import { createUpdatesBench, minutesAgo } from '@/lib/testing/updates'
import { toTextUpdate } from '@/lib/testing/webhook'

const { database, record, contacts } = createUpdatesBench()

describe('who writes', () => {
  it('is a contact from then on, with the provider’s own time, and searched by name and number', async () => {
    const message = toTextUpdate('oi', { waId: '553188887777', profileName: 'José  da Silva', at: minutesAgo(7) })
    await record({ messages: [message] })
    await record({
      messages: [toTextUpdate('antes', { waId: '5531988887777', profileName: 'Outro', at: minutesAgo(60) })],
    })
    expect(await contacts()).toEqual([
      {
        person: '5531988887777',
        phone: '+553188887777',
        name: 'José da Silva',
        search_text: 'jose da silva 553188887777 5531988887777',
        last_inbound_at: minutesAgo(7),
      },
    ])
  })

  it('keeps a name that somebody gave them, and gets one where there is none', async () => {
    await database.query(
      `insert into contact (id, person, phone, name, search_text, updated_at)
       values (gen_random_uuid(), '5511900007777', '+5511900007777', '', '5511900007777 vip', now()),
         (gen_random_uuid(), '5511900017777', '+5511900017777', 'Ana', 'ana 5511900017777', now())`,
    )
    const written = ['5511900007777', '5511900017777'].map((waId) => toTextUpdate('oi', { waId, profileName: 'Zé' }))
    await record({ messages: written })
    expect(await contacts()).toMatchObject([
      { name: 'Zé', search_text: 'ze 5511900007777 vip' },
      { name: 'Ana', search_text: 'ana 5511900017777' },
    ])
  })

  it('by the stand-in opens no window while a real connection is in use', async () => {
    await database.query(
      `insert into connection (id, name, base_url, sealed_token, updated_at)
       values (gen_random_uuid(), 'vectalk', 'https://example.com', 'v1.unreadable', now())`,
    )
    await record({ messages: [toTextUpdate('oi', { waId: '5511900007777' })] })
    expect(await contacts()).toEqual([])
    await record({ messages: [toTextUpdate('oi', { waId: '5511900007777' })] }, 'vectalk')
    expect(await contacts()).toHaveLength(1)
  })

  it('in the future, by the provider’s clock, opens it now', async () => {
    await record({ messages: [toTextUpdate('oi', { waId: '5511900007777', at: minutesAgo(-600) })] })
    expect(await database.query('select last_inbound_at <= now() as sane from contact')).toEqual([{ sane: true }])
  })
})
