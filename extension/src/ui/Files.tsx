// Where files are dropped or chosen, and the list of those added.

import { useRef, useState } from "preact/hooks";
import { Icon } from "./Icon";
import { t } from "./i18n";

interface Props {
  /** What the files are for here. */
  title: string;
  /** Names of the files that are part of the examination. */
  added: string[];
  /** The name of the file that is being read, if one is. */
  reading: string | undefined;
  onFiles: (files: File[]) => void;
  onRemove: (name: string) => void;
}

/** What the browser offers first; whatever is dropped is told by its content. */
export const ACCEPTED =
  ".pdf,.docx,.odt,.rtf,.txt,.md,.markdown,.html,.htm,.mhtml,.mht,.json,.csv,.zip,image/png,image/jpeg,image/webp";

export function Files({ title, added, reading, onFiles, onRemove }: Props) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null | undefined) => {
    if (list && list.length > 0) onFiles([...list]);
  };
  return (
    <section class="files" aria-labelledby="files">
      <h2 id="files">{title}</h2>
      <label
        class={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <input
          ref={input}
          type="file"
          multiple
          accept={ACCEPTED}
          aria-describedby="files-kinds"
          onChange={() => {
            take(input.current?.files);
            // So that the same file can be chosen again.
            if (input.current) input.current.value = "";
          }}
        />
        <Icon name="upload" size={22} />
        <span>{t("files.drop")}</span>
      </label>
      <p id="files-kinds" class="fine">
        {t("files.kinds")}
      </p>
      <p class="fine" role="status">
        {reading === undefined ? "" : t("files.reading", { name: reading })}
      </p>
      {added.length > 0 && (
        <ul class="added">
          {added.map((name) => (
            <li key={name}>
              <Icon name="file" size={16} />
              <span>{name}</span>
              <button
                type="button"
                class="bare"
                aria-label={t("files.remove", { name })}
                onClick={() => onRemove(name)}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Keeps the browser from opening a file that was dropped beside the zone. */
export function guardDrops(): void {
  for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
}
