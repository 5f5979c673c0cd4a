/** Commands' names, which the build makes: known to the type check before the first build too. */
declare module '*/commands.json' {
  const names: Readonly<Record<string, string>>;
  export default names;
}
