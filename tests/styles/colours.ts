/** Colours of roles such as `ink` as a scheme shows them, from the text of the tokens. */
export function rolesOf(tokens: string, scheme: 'light' | 'dark'): (role: string) => string {
  return (role) => {
    const value = new RegExp(`--${role}: ([^;]+);`).exec(tokens)?.[1] ?? '';
    const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
    const colour = (scheme === 'light' ? light : dark) ?? value;
    if (!/^#[\da-f]{6}$/.test(colour)) throw new Error(`--${role} is no colour: ${value}`);
    return colour;
  };
}

/** Contrast of two colours as WCAG 2 works it out: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
