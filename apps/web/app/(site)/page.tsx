export default function HomePage() {
  return <h1 className="text-display font-semibold">Cascade</h1>
}
