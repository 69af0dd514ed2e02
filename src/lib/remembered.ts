/** What is dear to make and always the same, such as a formatter of dates: made once for each set of arguments. */
export function remembered<Arguments extends readonly (string | undefined)[], Value>(make: (...args: Arguments) => Value): (...args: Arguments) => Value {
  const known = new Map<string, Value>();
  return (...args) => {
    const key = args.join('\0');
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(...args);
    known.set(key, made);
    return made;
  };
}
