import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Menu, MenuContent, MenuItem, MenuTrigger } from './menu'

afterEach(cleanup)

const FETCHED = { timeout: 15_000 }

const open = () => {
  render(
    <Menu>
      <MenuTrigger>Ações</MenuTrigger>
      <MenuContent>
        <MenuItem disabled>Um</MenuItem>
        <MenuItem>Dois</MenuItem>
      </MenuContent>
    </Menu>,
  )
  return screen.getByRole('button', { name: 'Ações' })
}

it('keys that came before the menu was fetched lead to its first item all the same', async () => {
  fireEvent.keyDown(open(), { key: 'Enter' })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Dois' })), FETCHED)
})

it('a press of the mouse leads to no item', async () => {
  fireEvent.pointerDown(open(), { button: 0 })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menu')), FETCHED)
})
