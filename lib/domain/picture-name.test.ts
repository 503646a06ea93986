import { expect, it } from 'vitest'
import { pictureName } from './picture-name'

it('names a picture after its list and the phone, in letters that every system takes', () => {
  expect(pictureName('Segunda via: Água & Luz', 'iphone')).toBe('segunda-via-agua-luz-iphone.png')
  expect(pictureName('../../etc/passwd', 'web')).toBe('etc-passwd-web.png')
})

it('finds a name where the list has none, or none in our letters', () => {
  expect(pictureName('', 'android')).toBe('lista-android.png')
  expect(pictureName('🔥 価格', 'android')).toBe('lista-android.png')
})

it('stays short', () => {
  expect(pictureName('a'.repeat(300), 'web').length).toBeLessThan(64)
})
