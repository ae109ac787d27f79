/** How often a long series is repeated: all of it, or the share of it that CERTTRACK_ROUNDS says. */
export const rounds = (all: number): number => Math.ceil(all * Number(process.env.CERTTRACK_ROUNDS ?? 1));
