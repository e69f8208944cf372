#!/bin/sh
# Makes the program known to the desktop of this user: menu, icon, "open with". Nothing else is changed.
#   ./add-to-menu.sh            add it; run it again after the folder was moved
#   ./add-to-menu.sh --remove   take it out again; the data stay where they are
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/crm-desktop.desktop

if [ "${1:-}" = "--remove" ]; then
    rm -f "$entry"
    find "$data/icons/hicolor" -name 'crm-desktop.png' -delete -o -name 'crm-desktop.svg' -delete 2>/dev/null || true
else
    mkdir -p "$data/applications" "$data/icons"
    cp -R "$here/share/icons/hicolor" "$data/icons/"
    # In an Exec line a quoted path may hold spaces; these characters need a backslash, doubled for the file format.
    program=$(printf '%s' "$here/crm-desktop" | sed 's/\\/\\\\\\\\/g; s/["`$]/\\\\&/g; s/%/%%/g')
    while IFS= read -r line; do
        case $line in
            Exec=*) printf 'Exec="%s" %%F\n' "$program" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done < "$here/share/applications/crm-desktop.desktop" > "$entry"
fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -qtf "$data/icons/hicolor" || true; fi
