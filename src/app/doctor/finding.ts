/** What was looked at, and how it is. `cure` is what to do about it, `mended` what --fix did. */
export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly cure?: string;
  readonly mended?: boolean;
}
