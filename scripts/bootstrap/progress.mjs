/** Says on stderr what is being done and for how long; a terminal sees one line that counts, a log sees few lines. */
export async function showing(title, work) {
  const began = Date.now()
  const seconds = () => `${Math.max(1, Math.round((Date.now() - began) / 1000))} s`
  const say = process.stderr.isTTY
    ? (text, end = '') => process.stderr.write(`\r\x1b[2K${text}${end}`)
    : (text) => process.stderr.write(`${text}\n`)
  say(`${title} …`)
  const counting = setInterval(() => say(`${title} … ${seconds()}`), process.stderr.isTTY ? 1_000 : 15_000)
  try {
    const result = await work()
    say(`${title}: done in ${seconds()}`, '\n')
    return result
  } catch (error) {
    say(`${title}: stopped after ${seconds()}`, '\n')
    throw error
  } finally {
    clearInterval(counting)
  }
}
