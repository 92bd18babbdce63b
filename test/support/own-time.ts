/** What this process and its threads have worked, in milliseconds: a busy machine takes longer, but not more. */
export function ownTimeMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
