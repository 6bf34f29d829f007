@echo off
rem Opens the desk in the browser. On Windows, double-click this file; it installs what is missing first.
rem The window that opens belongs to the preview: closing it ends the preview.

cd /d "%~dp0..\.."

where npm >nul 2>nul
if errorlevel 1 (
  echo Node.js is missing. Install it from https://nodejs.org/ and open this file again.
  pause
  exit /b 1
)

call npm ls --depth=0 >nul 2>nul
if errorlevel 1 (
  echo Installing what the preview needs. This takes a few minutes, once.
  call npm ci
  if errorlevel 1 (
    pause
    exit /b 1
  )
)

call npm run edit
if errorlevel 1 pause
