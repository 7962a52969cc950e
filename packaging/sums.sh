#!/bin/sh
# Writes SHA256SUMS into the folder of a packaged program: every file by name, as the self-test and `sha256sum -c` read it.
set -eu

cd "$1"
rm -f SHA256SUMS
find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sed -e 's#^\([0-9a-f]*\) [ *]\./#\1  #' >../SHA256SUMS.new
mv ../SHA256SUMS.new SHA256SUMS
