// The few drawn signs, as inline SVG: no font, no request.

const PATHS = {
  loupe: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20.5 20.5",
  again: "M19 12a7 7 0 1 1-2.2-5.1M19 4v4.2h-4.2",
  copy: "M9 9h10v11H9zM5 15V4h10",
  done: "M5 12.5l4.5 4.5L19 7.5",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  upload: "M12 16V5M7.5 9.5L12 5l4.5 4.5M5 19h14",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.8-4 3.7-5.8 7.5-5.8s6.7 1.8 7.5 5.8",
  arrow: "M8 16l8-8M9.5 8H16v6.5",
} as const;

export function Icon({ name, size = 18 }: { name: keyof typeof PATHS; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
