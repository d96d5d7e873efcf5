/** The field of 256 elements as in AES (FIPS 197, 4.2): addition is exclusive or, and this is multiplication. No step depends on what is multiplied. */
export function times(a: number, b: number): number {
  let [product, left, right] = [0, a, b]
  for (let bit = 0; bit < 8; bit++) {
    product ^= -(right & 1) & left
    left = ((left << 1) ^ (-(left >> 7) & 0x11b)) & 0xff
    right >>= 1
  }
  return product
}

/** One over an element; of nothing there is none. The order of the field's multiplication is 255, so this is the 254th power. */
export function inverse(a: number): number {
  let [power, square] = [1, a]
  for (let bit = 254; bit > 0; bit >>= 1) {
    if ((bit & 1) === 1) power = times(power, square)
    square = times(square, square)
  }
  return power
}
