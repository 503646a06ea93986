import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const look = EditorView.theme({
  '&': { fontSize: '0.8667rem', color: 'var(--text)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.55' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--accent)' },
  '.cm-line': {
    padding: '0 0.75rem 0 calc(0.5rem + var(--depth, 0ch) + 2ch)',
    textIndent: 'calc(-2ch - var(--depth, 0ch))',
    overflowWrap: 'anywhere',
  },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--muted)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.4rem', padding: '0 0.25rem 0 0.5rem' },
  '.cm-gutter-lint': { width: '1.1rem' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0.15rem 0.1rem' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'color-mix(in oklch, var(--hover) 55%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
  '& .cm-content ::selection, & .cm-content::selection': {
    backgroundColor: 'color-mix(in oklch, var(--accent) 26%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid color-mix(in oklch, var(--accent) 45%, transparent)',
    borderRadius: '2px',
  },
  '&.cm-focused .cm-nonmatchingBracket, .cm-nonmatchingBracket': { backgroundColor: 'var(--danger-soft)' },
  '.cm-lintRange': {
    backgroundImage: 'none',
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationThickness: '1.5px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintRange-error': { textDecorationColor: 'var(--danger)', backgroundColor: 'var(--danger-soft)' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--warning)' },
  '.cm-lintRange-info': { textDecorationColor: 'var(--line-strong)', textDecorationStyle: 'dotted' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--danger)' },
  '.cm-lintPoint-warning:after': { borderBottomColor: 'var(--warning)' },
  '.cm-lintPoint-info:after': { borderBottomColor: 'var(--line-strong)' },
  '.cm-lint-marker': { width: '0.8rem', height: '0.8rem' },
  '.cm-lint-marker-error, .cm-lint-marker-warning, .cm-lint-marker-info': { content: 'none' },
  '.cm-lint-marker::before': {
    content: '""',
    display: 'block',
    width: '0.5rem',
    height: '0.5rem',
    margin: '0.3rem 0.15rem',
    borderRadius: '50%',
    backgroundColor: 'var(--line-strong)',
  },
  '.cm-lint-marker-error::before': {
    backgroundColor: 'var(--danger)',
    borderRadius: '1px',
    transform: 'rotate(45deg)',
  },
  '.cm-lint-marker-warning::before': { backgroundColor: 'var(--warning)' },
  '.cm-tooltip': {
    maxWidth: 'min(26rem, 80vw)',
    border: '1px solid var(--line)',
    borderRadius: '0.6rem',
    overflow: 'hidden',
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    boxShadow: '0 8px 28px var(--shadow), 0 1px 3px var(--shadow)',
  },
  '.cm-diagnostic': { padding: '0.45rem 0.75rem', borderLeft: '3px solid var(--line-strong)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--danger)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warning)' },
  '.cm-diagnosticAction': {
    display: 'block',
    margin: '0.25rem 0 0 -0.3rem',
    padding: '0.15rem 0.3rem',
    border: 'none',
    borderRadius: '0.35rem',
    backgroundColor: 'transparent',
    color: 'var(--accent)',
    font: 'inherit',
    fontWeight: '500',
    textAlign: 'left',
  },
  '.cm-diagnosticAction:hover': { backgroundColor: 'var(--hover)' },
  '.cm-specialChar': { color: 'var(--danger)' },
})

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--info)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--muted)' },
])

/** The code in our own colours, which follow the theme by themselves. */
export const codeTheme = [look, syntaxHighlighting(colours)]
