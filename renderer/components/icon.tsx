/** Icons on a 16 px grid, drawn with the text's colour. */
const PATH_BY_NAME = {
  undo: 'M6 4 3 7l3 3M3.5 7H10a3 3 0 0 1 0 6H8',
  redo: 'M10 4l3 3-3 3M12.5 7H6a3 3 0 0 0 0 6h2',
  down: 'M4.5 6.5 8 10l3.5-3.5',
  right: 'M6.5 4.5 10 8l-3.5 3.5',
  tick: 'M3.5 8.5l3 3 6-7',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  reset: 'M4 4v3h3M4.2 6.8A4.3 4.3 0 1 1 4 9.5',
  plus: 'M8 3.5v9M3.5 8h9',
  cross: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  grip: 'M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01',
  pen: 'M3 13l.7-2.8L10.8 3a1.4 1.4 0 0 1 2 2L5.7 12.2z',
  warning: 'M8 2.5 14.2 13H1.8zM8 6.5v3M8 11.2h.01',
  mark: 'M2 11.5 6.5 4.5 9 8.5M14 11.5 9.5 4.5 7 8.5',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  moon: 'M12.8 9.8A5.3 5.3 0 0 1 6.2 3.2a5.3 5.3 0 1 0 6.6 6.6z',
  speech: 'M2.5 3h11v7.5H8l-3 3v-3H2.5z',
  search: 'M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM10 10l3.5 3.5',
  folder: 'M2 4.5h4l1.5 1.5H14v6.5H2z',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
} as const;

export type IconName = keyof typeof PATH_BY_NAME;

export const Icon = ({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth={name === 'dots' || name === 'grip' ? 2 : 1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={PATH_BY_NAME[name]} />
  </svg>
);
