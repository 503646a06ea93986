// Kept to what any Node of the last years can read, so that an old one is told so in words.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Listazap needs Node 20.19 or newer, and this is ${process.versions.node}.`)
  process.exit(1)
}
