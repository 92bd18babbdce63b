/** The marks of the legends of this view. */
export const FigureKey = ({ kind }: { readonly kind: 'weak' | 'strong' | 'whisker' | 'present' }) => (
  <svg width="14" height="10" aria-hidden="true">
    {kind === 'whisker' && <path d="M0 5h14" stroke="var(--ink)" strokeWidth="1" />}
    {kind === 'present' && <rect x="1" y="1" width="12" height="8" fill="none" stroke="var(--ink)" strokeWidth="2" />}
    {kind === 'weak' && <rect width="14" height="10" fill="var(--bar)" />}
    {kind === 'strong' && <rect width="14" height="10" fill="var(--bar-strong)" />}
  </svg>
);
