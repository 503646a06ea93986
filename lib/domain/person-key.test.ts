import { describe, expect, it } from 'vitest'
import { toPersonKey } from './person-key'

describe('the key of a person', () => {
  it.each([
    ['+5511987654321', '5511987654321'],
    ['+551187654321', '5511987654321'],
    ['551187654321', '5511987654321'],
    ['+558162345678', '5581962345678'],
  ])('of %s is %s: the ninth digit of a Brazilian mobile is always there', (phone, key) => {
    expect(toPersonKey(phone)).toBe(key)
  })

  it.each([
    ['+551132654321', '551132654321'],
    ['+14155552671', '14155552671'],
    ['+351912345678', '351912345678'],
  ])('of %s, a landline or a foreign number, is its digits', (phone, key) => {
    expect(toPersonKey(phone)).toBe(key)
  })
})
