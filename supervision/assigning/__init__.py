"""Who serves whom next: colleagues with room, a proposal with reasons, the effect before it counts, the acts."""
