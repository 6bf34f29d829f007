#!/bin/sh
# Opens the desk in the browser. On a Mac, double-click this file; it installs what is missing first.
# The window that opens belongs to the preview: closing it ends the preview.

wait_for_enter() {
  printf '\nPress Enter to close this window. '
  read -r _
  exit 1
}

cd "$(dirname "$0")/../.." || exit 1

if ! command -v npm > /dev/null 2>&1; then
  echo "Node.js is missing. Install it from https://nodejs.org/ and open this file again."
  wait_for_enter
fi

if ! npm ls --depth=0 > /dev/null 2>&1; then
  echo "Installing what the preview needs. This takes a few minutes, once."
  npm ci || wait_for_enter
fi

npm run edit || wait_for_enter
